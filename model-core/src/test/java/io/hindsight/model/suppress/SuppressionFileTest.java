package io.hindsight.model.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionFileTest {
    @Test
    void readsEveryKindOfRule() throws SuppressionFileException {
        List<Rule> rules =
                SuppressionFile.read(
                        """
                        {"rules": [
                          {"name": "noise", "kind": "absolute", "channel": "PM2.5", "bound": 5},
                          {"name": "share", "kind": "relative", "channel": "O3", "bound": 0.25},
                          {"name": "rain", "kind": "direction", "channel": "RAIN",
                           "ignore": "below"},
                          {"name": "up", "kind": "direction", "channel": "CO", "ignore": "above"},
                          {"name": "broken", "kind": "channel", "channel": "WSPM",
                           "sensor": "Huairou"},
                          {"name": "service", "kind": "maintenance",
                           "from": "2026-06-01T00:00:00Z", "until": "2026-06-01T06:00:00Z"}
                        ]}
                        """);

        assertThat(rules)
                .containsExactly(
                        new Rule.Absolute("noise", Optional.empty(), "PM2.5", 5),
                        new Rule.Relative("share", Optional.empty(), "O3", 0.25),
                        new Rule.Direction("rain", Optional.empty(), "RAIN", Rule.Side.BELOW),
                        new Rule.Direction("up", Optional.empty(), "CO", Rule.Side.ABOVE),
                        new Rule.Channel("broken", Optional.of("Huairou"), "WSPM"),
                        new Rule.Maintenance(
                                "service",
                                Optional.empty(),
                                1_780_272_000_000L,
                                1_780_293_600_000L));
    }

    @Test
    void readsAFileWithoutRules() throws SuppressionFileException {
        assertThat(SuppressionFile.read("{\"rules\": []}")).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBack() throws SuppressionFileException {
        for (int seed = 0; seed < 200; seed++) {
            List<Rule> rules = rules(new Random(seed));
            assertThat(SuppressionFile.read(SuppressionFile.write(rules)))
                    .as("seed %d", seed)
                    .isEqualTo(rules);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'a', 'kind': 'odd'} | kind must be absolute, relative, direction, channel"
                        + " or maintenance: odd",
                "{'kind': 'channel', 'channel': 'c'} | name must be given: nothing",
                "{'name': 'a', 'channel': 'c'} | kind must be given: nothing",
                "{'name': '', 'kind': 'channel', 'channel': 'c'} | name must be a text of 1 to 200"
                        + " characters: ",
                "{'name': 'a', 'kind': 'channel'} | channel must be given: nothing",
                "{'name': 'a', 'kind': 'channel', 'channel': 7} | channel must be a text of 1 to"
                        + " 200 characters: 7",
                "{'name': 'a', 'kind': 'channel', 'channel': 'c', 'bound': 1} | bound must not be"
                        + " given here: 1",
                "{'name': 'a', 'kind': 'absolute', 'channel': 'c', 'bound': 0} | bound must be a"
                        + " positive number: 0",
                "{'name': 'a', 'kind': 'absolute', 'channel': 'c', 'bound': '5'} | bound must be a"
                        + " positive number: 5",
                "{'name': 'a', 'kind': 'relative', 'channel': 'c', 'bound': 1e999} | bound must be"
                        + " a positive number: Infinity",
                "{'name': 'a', 'kind': 'relative', 'channel': 'c', 'bound': -0.5} | bound must be"
                        + " a positive number: -0.5",
                "{'name': 'a', 'kind': 'direction', 'channel': 'c', 'ignore': 'up'} | ignore must"
                        + " be above or below: up",
                "{'name': 'a', 'kind': 'maintenance', 'from': '2026-06-01', 'until': 'x'} | from"
                        + " must be a time like 2026-06-01T00:00:00Z: 2026-06-01",
                "{'name': 'a', 'kind': 'maintenance', 'from': 5, 'until': 'x'} | from must be a"
                        + " time like 2026-06-01T00:00:00Z: 5",
                "{'name': 'a', 'kind': 'maintenance', 'from': '2026-06-01T00:00:00.0001Z', 'until':"
                        + " 'x'} | from must be a time in whole milliseconds:"
                        + " 2026-06-01T00:00:00.0001Z",
                "{'name': 'a', 'kind': 'maintenance', 'from': '2026-06-01T00:00:00Z', 'until':"
                        + " '2026-06-01T00:00:00Z'} | until must be after from,"
                        + " 2026-06-01T00:00:00Z: 2026-06-01T00:00:00Z",
                "{'name': 'a', 'sensor': 1, 'kind': 'channel', 'channel': 'c'} | sensor must be a"
                        + " text of 1 to 200 characters: 1",
            })
    void namesTheFieldTheRuleAndTheValue(String rule, String fault) {
        assertThat(refusal("{'rules': [" + rule + "]}")).hasMessage("rules[0]." + padded(fault));
    }

    /** The table's cells are trimmed. */
    private static String padded(String fault) {
        return fault.endsWith(":") ? fault + " " : fault;
    }

    @Test
    void namesWhatIsWrongWithTheFileItself() {
        assertThat(refusal("[]")).hasMessage("rules must stand in JSON: not an object");
        assertThat(refusal("{}")).hasMessage("rules must be given: nothing");
        assertThat(refusal("{'rules': 1}")).hasMessage("rules must be a list: 1");
        assertThat(refusal("{'rules': [1]}")).hasMessage("rules[0] must be an object: 1");
        assertThat(refusal("{'rules': [], 'rule': 2}"))
                .hasMessage("rule must not be given here: 2");
        assertThat(refusal("{'rules': [" + "{},".repeat(128) + "{}]}"))
                .hasMessage("rules must be at most 128: 129");
        String same = "{'name': 'a', 'kind': 'channel', 'channel': 'c'}";
        assertThat(refusal("{'rules': [" + same + "," + same + "]}"))
                .hasMessage("rules[1].name must be another than those before it: a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{'rules': []} x", "{'rules': [], 'rules': []}", "{'a': null}"})
    void refusesWhatIsNoJson(String text) {
        SuppressionFileException refusal = refusal(text);

        assertThat(refusal.field()).isEqualTo("rules");
        assertThat(refusal.rule()).isEqualTo("must stand in JSON");
        assertThat(refusal.found()).isNotBlank();
    }

    private static SuppressionFileException refusal(String text) {
        return catchThrowableOfType(
                SuppressionFileException.class,
                () -> SuppressionFile.read(text.replace('\'', '"')));
    }

    private static List<Rule> rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int k = random.nextInt(8); k > 0; k--) {
            String name = "rule \"" + k + "\" é";
            String channel = "c" + random.nextInt(3);
            Optional<String> sensor =
                    random.nextBoolean() ? Optional.empty() : Optional.of("s" + random.nextInt(3));
            double bound = random.nextDouble() * Math.pow(10, random.nextInt(9) - 4) + 1e-9;
            long from = random.nextLong() >> 20;
            rules.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Rule.Absolute(name, sensor, channel, bound);
                        case 1 -> new Rule.Relative(name, sensor, channel, bound);
                        case 2 -> new Rule.Channel(name, sensor, channel);
                        case 3 ->
                                new Rule.Maintenance(
                                        name, sensor, from, from + 1 + random.nextInt(1_000_000));
                        default ->
                                new Rule.Direction(
                                        name,
                                        sensor,
                                        channel,
                                        random.nextBoolean() ? Rule.Side.ABOVE : Rule.Side.BELOW);
                    });
        }
        return rules;
    }
}
