package io.hindsight.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.WithoutModel;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsParserTest {
    private static final String BROKER = "localhost:9092";
    private static final PublicKey KEY = key();

    @Test
    void givesEveryOptionItsDefault() {
        assertThat(JobOptionsParser.parse("--bootstrap", BROKER))
                .isEqualTo(
                        new JobOptions(
                                BROKER,
                                "hindsight.readings",
                                "hindsight.results",
                                "hindsight.shadow",
                                "hindsight.episodes",
                                "hindsight.dead-letters",
                                "hindsight.models",
                                "hindsight",
                                Set.of(),
                                AlarmRules.STANDARD,
                                Instant.parse("1990-01-01T00:00:00Z"),
                                Duration.ofDays(1),
                                Duration.ofMinutes(1),
                                false,
                                Duration.ofHours(1),
                                Duration.ofDays(30),
                                WithoutModel.WAIT,
                                false,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(10),
                                "hindsight",
                                List.of()));
    }

    @Test
    void putsEveryOptionInItsPlace() {
        JobOptions options =
                JobOptionsParser.parse(
                        "--trusted-keys", TrustedKey.text(KEY),
                        "--transaction-prefix", "prefix",
                        "--transaction-timeout", "PT5M",
                        "--checkpoint-interval", "PT1S",
                        "--idleness", "PT2S",
                        "--out-of-orderness", "PT3S",
                        "--furthest-ahead", "PT4S",
                        "--earliest-time", "2001-02-03T04:05:06Z",
                        "--emit", "arrival",
                        "--repair-bound", "PT6S",
                        "--forget-after", "PT7S",
                        "--without-model", "generic",
                        "--context", "on",
                        "--quiet-after", "PT8S",
                        "--silence-slots", "9",
                        "--shadow-topic", "s",
                        "--alarm-quiet-readings", "7",
                        "--alarms-per-sensor-month", "2.5",
                        "--new-normal-after", "PT9S",
                        "--groups", " air, water ,,",
                        "--consumer-group", "consumers",
                        "--models-topic", "m",
                        "--dead-letters-topic", "d",
                        "--episodes-topic", "e",
                        "--results-topic", "r",
                        "--readings-topic", "i",
                        "--bootstrap", BROKER);

        assertThat(options)
                .isEqualTo(
                        new JobOptions(
                                BROKER,
                                "i",
                                "r",
                                "s",
                                "e",
                                "d",
                                "m",
                                "consumers",
                                Set.of("air", "water"),
                                new AlarmRules(2.5, 7, Duration.ofSeconds(9), 9),
                                Instant.parse("2001-02-03T04:05:06Z"),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(3),
                                true,
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                WithoutModel.GENERIC,
                                true,
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(5),
                                "prefix",
                                List.of(KEY)));
    }

    @Test
    void refusesToForgetWhatMayStillBeRepaired() {
        assertThatThrownBy(
                        () ->
                                JobOptionsParser.parse(
                                        "--bootstrap", BROKER, "--repair-bound", "P60D"))
                .hasMessage("--forget-after must be longer than --repair-bound (PT1440H): P30D");
    }

    @Test
    void refusesTextThatIsNoKey() {
        String cut = TrustedKey.text(KEY).substring(4);
        for (String text : List.of("abc!", "AAAA", cut)) {
            assertThatThrownBy(
                            () ->
                                    JobOptionsParser.parse(
                                            "--bootstrap", BROKER, "--trusted-keys", text))
                    .hasMessage(
                            "--trusted-keys must be base64 of Ed25519 public keys in X.509 form: "
                                    + text);
        }
    }

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void reportsAllFaultsAtOnceWithNameRuleAndValue() {
        IllegalArgumentException refused =
                catchThrowableOfType(
                        IllegalArgumentException.class,
                        () ->
                                JobOptionsParser.parse(
                                        "--colour",
                                        "blue",
                                        "--alarms-per-sensor-month",
                                        "-1",
                                        "--alarm-quiet-readings",
                                        "0",
                                        "--alarm-quiet-readings",
                                        "0",
                                        "--earliest-time",
                                        "yesterday",
                                        "--idleness",
                                        "5s",
                                        "--results-topic",
                                        "hindsight.readings",
                                        "--consumer-group",
                                        " ",
                                        "--groups"));

        assertThat(refused.getMessage().lines())
                .containsExactlyInAnyOrder(
                        "--colour must be one of the job's options",
                        "--alarm-quiet-readings must be given once",
                        "--groups must be followed by a value",
                        "--bootstrap must be given (Kafka's brokers)",
                        "--consumer-group must be given (Kafka consumer group of the readings)",
                        "--alarms-per-sensor-month must be a number above 0, at most 1e6: -1",
                        "--alarm-quiet-readings must be a whole number from 1 on: 0",
                        "--earliest-time must be an ISO-8601 time: yesterday",
                        "--idleness must be an ISO-8601 duration, PT0.001S to PT876000H: 5s",
                        "--results-topic must differ from --readings-topic: hindsight.readings");
    }

    @ParameterizedTest
    @CsvSource({
        "--alarms-per-sensor-month,NaN",
        "--alarms-per-sensor-month,0",
        "--alarms-per-sensor-month,1e7",
        "--alarms-per-sensor-month,Infinity",
        "--alarms-per-sensor-month,1e60",
        "--alarms-per-sensor-month,five",
        "--alarm-quiet-readings,1.5",
        "--alarm-quiet-readings,99999999999",
        "--earliest-time,2001-02-03",
        "--furthest-ahead,-PT1S",
        "--furthest-ahead,PT99999999999H",
        "--furthest-ahead,P9999999999999999999D",
        "--out-of-orderness,1",
        "--idleness,PT0S",
        "--checkpoint-interval,PT0.009S",
        "--transaction-timeout,PT0.9S",
        "--transaction-timeout,P25D",
    })
    void refusesAValueOutOfItsRange(String name, String value) {
        assertThatThrownBy(() -> JobOptionsParser.parse("--bootstrap", BROKER, name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith(": " + value)
                .hasMessageNotContaining(System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap", "--Bootstrap", "-bootstrap", "--bootstrap=x", ""})
    void refusesAWordThatIsNoOption(String word) {
        assertThatThrownBy(() -> JobOptionsParser.parse("--bootstrap", BROKER, word, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(word + " must be one of the job's options");
    }
}
