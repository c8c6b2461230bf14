package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Bytes that were written once, by Avro's generic writer, and are never written again: what stands
 * in a topic must stay readable. One file for each version of each record.
 */
class FixturesTest {

    private static final long TIME = 1_488_380_400_000L;
    private static final float ABSENT = Float.NaN;
    private static final List<ChannelResult> CHANNELS =
            List.of(
                    new ChannelResult(71.0, 64.5f, 4.25f, ABSENT, 1.75f),
                    new ChannelResult(Double.NaN, 12.0f, 3.5f, 11.5f, ABSENT));

    @Test
    void readsReadingV1() throws IOException {
        Reading reading = Wires.READING.decode(fixture("reading-v1"));

        assertThat(reading.sensor()).isEqualTo("Aotizhongxin");
        assertThat(reading.group()).isEqualTo("beijing-air");
        assertThat(reading.eventTimeMillis()).isEqualTo(TIME);
        assertThat(reading.values()).containsExactly(7.0, Double.NaN, -0.5, 1013.25, Double.NaN);
        assertThat(reading.firstNotFinite()).isEqualTo(Reading.NONE);
    }

    @Test
    void readsResultV1WithoutARevisionAsTheCausalEstimate() throws IOException {
        assertThat(Wires.RESULT.decode(fixture("result-v1"))).isEqualTo(result(0, 0));
    }

    @Test
    void readsResultV2() throws IOException {
        assertThat(Wires.RESULT.decode(fixture("result-v2"))).isEqualTo(result(1, 0));
    }

    @Test
    void readsResultV3() throws IOException {
        assertThat(Wires.RESULT.decode(fixture("result-v3"))).isEqualTo(result(1, 3_600_000));
    }

    @Test
    void readsResultV4() throws IOException {
        Result v3 = result(1, 3_600_000);

        assertThat(Wires.RESULT.decode(fixture("result-v4")))
                .isEqualTo(
                        new Result(
                                v3.sensor(),
                                v3.group(),
                                v3.eventTimeMillis(),
                                v3.revision(),
                                v3.waitedMillis(),
                                v3.status(),
                                v3.modelVersion(),
                                v3.score(),
                                17,
                                "winter service-é",
                                v3.channels().stream()
                                        .map(
                                                c ->
                                                        new ChannelResult(
                                                                c.observed(),
                                                                c.expected(),
                                                                c.spread(),
                                                                c.imputed(),
                                                                c.score(),
                                                                0.5f,
                                                                1.25f))
                                        .toList()));
    }

    private static Result result(int revision, long waitedMillis) {
        return new Result(
                "Gucheng-é",
                "beijing-air",
                TIME,
                revision,
                waitedMillis,
                Result.SCORED,
                3,
                2.5f,
                CHANNELS);
    }

    @Test
    void readsEpisodeV1AsOneOfSurprise() throws IOException {
        assertThat(Wires.EPISODE.decode(fixture("episode-v1")))
                .isEqualTo(episode(Episode.Kind.SURPRISE));
    }

    @Test
    void readsEpisodeV2() throws IOException {
        assertThat(Wires.EPISODE.decode(fixture("episode-v2")))
                .isEqualTo(episode(Episode.Kind.SILENCE));
    }

    private static Episode episode(Episode.Kind kind) {
        return new Episode(
                "Gucheng/1488380400000",
                "Gucheng",
                "beijing-air",
                kind,
                Episode.Phase.CLOSED,
                TIME,
                TIME + 7_200_000,
                TIME + 3_600_000,
                6.25f,
                3,
                2,
                412.0,
                80.5f,
                9.75f,
                2);
    }

    @Test
    void readsEpisodeV3() throws IOException {
        assertThat(Wires.EPISODE.decode(fixture("episode-v3")))
                .isEqualTo(
                        new Episode(
                                "beijing-air/Dingling-é@1488380400000",
                                "Dingling-é",
                                "beijing-air",
                                Episode.Kind.SURPRISE,
                                Episode.Phase.UPDATE,
                                TIME,
                                TIME + 7_200_000,
                                TIME + 3_600_000,
                                4.25f,
                                3,
                                1,
                                412.0,
                                96.5f,
                                15.5f,
                                2,
                                Episode.Severity.SEVERE,
                                218.75,
                                "PM10 and 1 other at Dingling-é: 412 where 97 ± 31 µg/m³ was"
                                        + " expected; never so high in 212 days",
                                List.of(
                                        new EpisodeChannel(
                                                1,
                                                "PM10",
                                                "µg/m³",
                                                0.75f,
                                                EpisodeChannel.Direction.ABOVE,
                                                412.0,
                                                96.5f,
                                                31.0f),
                                        new EpisodeChannel(
                                                4,
                                                "O3",
                                                "",
                                                0.25f,
                                                EpisodeChannel.Direction.BOTH,
                                                Double.NaN,
                                                ABSENT,
                                                ABSENT))));
    }

    @Test
    void readsModelReleaseV1WithoutItsTimeAndItsRole() throws IOException {
        assertThat(Wires.MODEL_RELEASE.decode(fixture("model-release-v1"))).isEqualTo(RELEASE);
    }

    @Test
    void readsModelReleaseV2() throws IOException {
        assertThat(Wires.MODEL_RELEASE.decode(fixture("model-release-v2"))).isEqualTo(RELEASE);
    }

    @Test
    void readsModelScheduleV1() throws IOException {
        assertThat(Wires.MODEL_SCHEDULE.decode(fixture("model-schedule-v1"))).isEqualTo(SCHEDULE);
    }

    @Test
    void readsModelSuppressionV1() throws IOException {
        assertThat(Wires.MODEL_SUPPRESSION.decode(fixture("model-suppression-v1")))
                .isEqualTo(SUPPRESSION);
    }

    @Test
    void readsModelTimesV1AsThoseOfOrdersAlone() throws IOException {
        assertThat(Wires.MODEL_TIMES.decode(fixture("model-times-v1"))).isEqualTo(ORDER_TIMES);
    }

    @Test
    void readsModelTimesV2() throws IOException {
        assertThat(Wires.MODEL_TIMES.decode(fixture("model-times-v2"))).isEqualTo(TIMES);
    }

    @Test
    void tellsTheKindsOfTheModelsTopicApart() throws IOException {
        assertThat(ModelRecord.decode(fixture("model-release-v1"))).isEqualTo(RELEASE);
        assertThat(ModelRecord.decode(fixture("model-release-v2"))).isEqualTo(RELEASE);
        assertThat(ModelRecord.decode(fixture("model-schedule-v1"))).isEqualTo(SCHEDULE);
        assertThat(ModelRecord.decode(fixture("model-suppression-v1"))).isEqualTo(SUPPRESSION);
        assertThat(ModelRecord.decode(fixture("model-times-v1"))).isEqualTo(ORDER_TIMES);
        assertThat(ModelRecord.decode(fixture("model-times-v2"))).isEqualTo(TIMES);
        for (ModelRecord each : List.of(RELEASE, SCHEDULE, SUPPRESSION, TIMES)) {
            assertThat(ModelRecord.decode(each.encode())).isEqualTo(each);
        }
        assertThat(Stream.of(RELEASE, SCHEDULE, SUPPRESSION, TIMES).map(ModelRecord::key))
                .containsExactly(
                        "beijing-air/2",
                        "beijing-air",
                        "beijing-air/suppression",
                        "beijing-air/times");
    }

    private static final ModelRelease RELEASE =
            new ModelRelease(
                    "beijing-air",
                    2,
                    digest(),
                    new byte[] {0x00, (byte) 0xFF, 0x7F, (byte) 0x80},
                    new byte[] {8, 0, 0, 0, 0, 0, 0, 0},
                    TIME + 1);

    private static final ModelSchedule SCHEDULE =
            new ModelSchedule(
                    "beijing-air",
                    List.of(
                            new ModelSchedule.Order(3, ModelSchedule.Kind.ACTIVATE, 2, TIME),
                            new ModelSchedule.Order(4, ModelSchedule.Kind.SHADOW, 5, 0),
                            new ModelSchedule.Order(7, ModelSchedule.Kind.WITHDRAW, 5, TIME + 9)),
                    TIME + 2);

    private static final ModelSuppression SUPPRESSION =
            new ModelSuppression(
                    "beijing-air",
                    List.of(
                            new ModelSuppression.Edition(2, 0, "{\"rules\":[]}"),
                            new ModelSuppression.Edition(
                                    3,
                                    TIME + 7,
                                    "{\"rules\":[{\"name\":\"é\",\"kind\":\"channel\","
                                            + "\"channel\":\"RAIN\"}]}")),
                    TIME + 2);

    private static final ModelTimes ORDER_TIMES =
            new ModelTimes(
                    "beijing-air",
                    List.of(
                            new ModelTimes.Time(3, ModelTimes.Time.FROM_THE_BEGINNING),
                            new ModelTimes.Time(4, TIME + 1),
                            new ModelTimes.Time(7, ModelTimes.Time.NEVER)));

    private static final ModelTimes TIMES =
            new ModelTimes(
                    "beijing-air",
                    ORDER_TIMES.times(),
                    List.of(
                            new ModelTimes.Time(2, ModelTimes.Time.FROM_THE_BEGINNING),
                            new ModelTimes.Time(3, TIME + 8)));

    private static byte[] digest() {
        byte[] digest = new byte[32];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (1 + 8 * i);
        }
        return digest;
    }

    @Test
    void readsDeadLetterV1WithoutATimestampAsNotKnown() throws IOException {
        DeadLetter letter = Wires.DEAD_LETTER.decode(fixture("dead-letter-v1"));

        assertThat(letter.origin())
                .isEqualTo(new DeadLetter.Origin("readings", 3, 5_000_000_000L, 0));
        assertThat(letter.key()).containsExactly('a');
        assertThat(letter.value()).isNull();
        assertThat(letter.fault()).isEqualTo(FAULT);
    }

    @Test
    void readsDeadLetterV2() throws IOException {
        DeadLetter letter = Wires.DEAD_LETTER.decode(fixture("dead-letter-v2"));

        assertThat(letter.origin())
                .isEqualTo(new DeadLetter.Origin("readings", 3, 5_000_000_000L, TIME));
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).containsExactly(0xC3, 0x02, 0xFF);
        assertThat(letter.fault()).isEqualTo(FAULT);
    }

    private static final DeadLetter.Fault FAULT =
            new DeadLetter.Fault(DeadLetter.Fault.UNDECODABLE, "header", "header-length", "null");

    /** The fixtures of versions before the current one. */
    static Stream<Arguments> older() {
        return Stream.of(
                Arguments.of(Wires.RESULT, "result-v1"),
                Arguments.of(Wires.RESULT, "result-v2"),
                Arguments.of(Wires.RESULT, "result-v3"),
                Arguments.of(Wires.EPISODE, "episode-v1"),
                Arguments.of(Wires.EPISODE, "episode-v2"),
                Arguments.of(Wires.MODEL_RELEASE, "model-release-v1"),
                Arguments.of(Wires.MODEL_TIMES, "model-times-v1"),
                Arguments.of(Wires.DEAD_LETTER, "dead-letter-v1"));
    }

    static byte[] fixture(String name) {
        try (InputStream in =
                FixturesTest.class.getResourceAsStream("/fixtures/" + name + ".hex")) {
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replace("\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
