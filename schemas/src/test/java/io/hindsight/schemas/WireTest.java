package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindsight.schemas.UndecodableException.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final Reading READING =
            new Reading("a", "g", 1000, new double[] {1.5, Double.NaN});
    private static final String HEADER = "c301b153c0c639002cf5";
    private static final String LONG_MAX = "feffffffffffffffff01";

    @Test
    void putsMarkerAndFingerprintInFront() {
        assertThat(hex(Wires.READING.encode(READING)))
                .isEqualTo(HEADER + "0261" + "0267" + "d00f" + "0402000000000000f83f0000");
    }

    @Test
    void writesTheLatestVersions() {
        assertThat(Wires.READING.schema()).isEqualTo(SchemaStore.load("reading", 1));
        assertThat(Wires.RESULT.schema()).isEqualTo(SchemaStore.load("result", 4));
        assertThat(Wires.EPISODE.schema()).isEqualTo(SchemaStore.load("episode", 3));
        assertThat(Wires.MODEL_RELEASE.schema()).isEqualTo(SchemaStore.load("model-release", 2));
        assertThat(Wires.MODEL_SCHEDULE.schema()).isEqualTo(SchemaStore.load("model-schedule", 1));
        assertThat(Wires.MODEL_SUPPRESSION.schema())
                .isEqualTo(SchemaStore.load("model-suppression", 1));
        assertThat(Wires.MODEL_TIMES.schema()).isEqualTo(SchemaStore.load("model-times", 2));
        assertThat(Wires.DEAD_LETTER.schema()).isEqualTo(SchemaStore.load("dead-letter", 2));
    }

    @Test
    void refusesWhatHasNoHeader() {
        assertRefused(null, "header", Rule.HEADER_LENGTH, "null");
        assertRefused("", "header", Rule.HEADER_LENGTH, "0 bytes");
        assertRefused("c301b153c0c639002c", "header", Rule.HEADER_LENGTH, "9 bytes");
        assertRefused("c302b153c0c639002cf5", "header", Rule.MARKER, "c302");
        assertRefused("7b2273656e736f72223a", "header", Rule.MARKER, "7b22");
        assertRefused("c301b253c0c639002cf5", "header", Rule.KNOWN_SCHEMA, "f52c0039c6c053b2");
    }

    @Test
    void refusesTheRecordOfAnotherTopic() {
        byte[] episode = FixturesTest.fixture("episode-v1");

        assertRefused(hex(episode), "header", Rule.KNOWN_SCHEMA, "b0a0517f135e6c2b");
    }

    @Test
    void namesTheFieldTheRuleAndTheValue() {
        assertRefused(HEADER, "sensor", Rule.COMPLETE, "end after 10 bytes");
        assertRefused(HEADER + "0461", "sensor", Rule.LENGTH, "2");
        assertRefused(HEADER + "01", "sensor", Rule.LENGTH, "-1");
        assertRefused(HEADER + "02ff", "sensor", Rule.UTF_8, "\uFFFD");
        assertRefused(HEADER + "02610267d00f02", "values", Rule.LENGTH, "1");
        assertRefused(HEADER + "02610267d00f020400", "values", Rule.BRANCH, "2");
        assertRefused(HEADER + "02610267d00f0002", "body", Rule.NO_TRAILING_BYTES, "1 bytes");
        assertThat(refusal(HEADER + "02610267" + "ff".repeat(11)).rule()).isEqualTo(Rule.NUMBER);
    }

    @Test
    void refusesAbsurdLengthsBeforeItAllocates() {
        String count = Long.toString(Long.MAX_VALUE);
        assertRefused(HEADER + LONG_MAX, "sensor", Rule.LENGTH, count);
        assertRefused(HEADER + "02610267d00f" + LONG_MAX, "values", Rule.LENGTH, count);
        assertRefused(HEADER + "feffffff0f", "sensor", Rule.LENGTH, "2147483647");
    }

    @Test
    void refusesAWordThatItDoesNotKnow() {
        byte[] bytes = FixturesTest.fixture("episode-v1");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] changed = text.replace("closed", "paused").getBytes(StandardCharsets.ISO_8859_1);

        var refusal =
                catchThrowableOfType(
                        UndecodableException.class, () -> Wires.EPISODE.decode(changed));

        assertThat(refusal).hasMessage("phase must keep the rule known-word: found=paused");
    }

    @Test
    void readsANewerWriterWhoseSchemaIsKnown() throws IOException {
        byte[] bytes = newerReading("a");

        assertRefused(
                hex(bytes),
                "header",
                Rule.KNOWN_SCHEMA,
                HexFormat.of().toHexDigits(SchemaStore.fingerprint(NEWER)));
        assertThat(Wires.READING.knowing(NEWER).decode(bytes)).isEqualTo(READING);
    }

    @Test
    void holdsANewerWriterToTheSameRules() throws IOException {
        Wire<Reading> wire = Wires.READING.knowing(NEWER);
        byte[] bytes = newerReading("a");
        var absurd = new ByteArrayOutputStream();
        absurd.write(bytes, 0, 10);
        absurd.writeBytes(HexFormat.of().parseHex("00" + LONG_MAX));

        var truncated =
                catchThrowableOfType(
                        UndecodableException.class,
                        () -> wire.decode(Arrays.copyOf(bytes, bytes.length - 1)));
        var tooLong =
                catchThrowableOfType(
                        UndecodableException.class, () -> wire.decode(absurd.toByteArray()));

        assertThat(truncated.rule()).isEqualTo(Rule.COMPLETE);
        assertThat(tooLong.rule()).isEqualTo(Rule.LENGTH);
    }

    @Test
    void takesNoSchemaThatItCannotRead() {
        Schema stranger =
                SchemaBuilder.record("io.hindsight.schemas.Reading")
                        .fields()
                        .requiredString("sensor")
                        .endRecord();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wires.READING.knowing(stranger))
                .withMessageContaining("readable as the current one");
    }

    /** An optional field in front of the others, as a later version might have it. */
    private static final Schema NEWER =
            new Schema.Parser()
                    .parse(
                            """
                            {"type": "record", "name": "Reading", "namespace": "io.hindsight.schemas",
                             "fields": [
                              {"name": "quality", "type": ["null", "string"], "default": null},
                              {"name": "sensor", "type": "string"},
                              {"name": "group", "type": "string"},
                              {"name": "eventTimeMillis", "type": "long"},
                              {"name": "values",
                               "type": {"type": "array", "items": ["null", "double"]}}]}
                            """);

    private static byte[] newerReading(String sensor) throws IOException {
        var newer =
                new GenericRecordBuilder(NEWER)
                        .set("quality", "good")
                        .set("sensor", sensor)
                        .set("group", "g")
                        .set("eventTimeMillis", 1000L)
                        .set("values", Arrays.asList(1.5, null))
                        .build();
        return new BinaryMessageEncoder<>(GenericData.get(), NEWER).encode(newer).array();
    }

    private static void assertRefused(String hex, String field, Rule rule, String found) {
        UndecodableException refusal = refusal(hex);
        assertThat(List.of(refusal.field(), refusal.rule(), refusal.found()))
                .isEqualTo(List.of(field, rule, found));
    }

    private static UndecodableException refusal(String hex) {
        byte[] bytes = hex == null ? null : HexFormat.of().parseHex(hex);
        return catchThrowableOfType(UndecodableException.class, () -> Wires.READING.decode(bytes));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
