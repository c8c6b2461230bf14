package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SelfCheck;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose digest is right and whose content is not. */
class ForgedBundleTest {
    private static final byte[] FILE = BundleCodec.write(Students.random(CellKind.LSTM, 4, 2, 3));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
"format":"2"           | "format":"1"               | format must be 2: 1
"format":"2"           | "format":"3"               | format must be 2: 3
"format":"2"           | "format":"one"             | format must be a whole number: one
"format":"2"           | "form":"1"                 | metadata must have format
"cell":"lstm"          | "cell":"rnn"               | cell must be lstm or gru: rnn
"cell":"lstm"          | "cell":"gru"               | weight_ih_l0 must be F32[12, 16]: F32[16, 16]
"hidden_size":"4"      | "hidden_size":"5"          | weight_ih_l0 must be F32[20, 16]: F32[16, 16]
"hidden_size":"4"      | "hidden_size":"0"          | hidden_size must be 1 to 1024: 0
"hidden_size":"4"      | "hidden_size":"1000000000" | hidden_size must be 1 to 1024: 1000000000
"hidden_size":"4"      | "hidden_size":"-9223372036854775808" | 1 to 1024: -9223372036854775808
"hidden_size":"4"      | "hidden_size":"9999999999999999999" | whole number: 9999999999999999999
"hidden_size":"4"      | "hidden_size":4            | metadata must be text: hidden_size
"interval_ms":"3600000" | "interval_ms":"-1"        | intervalMillis must be 0 to 34560000000: -1
"interval_ms":"3600000" | "interval_ms":"0"         | metadata must have pace_ms
"interval_ms":"3600000" | "interval_ms":"0","pace_ms":"1" | anchor of an irregular sensor must be none or decay, since a filter counts slots: filter
"interval_ms":"3600000" | "interval_ms":"3600000","pace_ms":"3600000" | pace_ms must only be there where interval_ms is 0: 3600000
[86400000,604800000]   | [86400000,0]               | periodsMillis must be positive: 0
[86400000,604800000]   | [86400000,6048e5]          | periods_ms must be a JSON list
[86400000,604800000]   | [86400000,99999999999999999999] | periods_ms must be a JSON list
[86400000,604800000]   | [86400000,[1]]             | periods_ms must hold Longs: [1]
[86400000,604800000]   | [86400000]                 | weight_ih_l0 must be F32[16, 14]: F32[16, 16]
[86400000,604800000]   | {}                         | periods_ms must be a JSON list: not a list
"weight_hh_l0"         | "weight_hh_l1"             | weight_hh_l0 must be F32[16, 4]: null
"predict.bias"         | "predict.bios"             | predict.bias must be F32[4]: null
"normaliser.mean"      | "normaliser.mode"          | normaliser.mean must be F64[2]: null
"dtype":"F32"          | "dtype":"BF16"             | weight_ih_l0: dtype must be F32 or F64: BF16
"dtype":"F32"          | "dtype":32                 | weight_ih_l0: dtype must be F32 or F64: 32
"dtype":"F64","shape":[2] | "dtype":"F32","shape":[4] | normaliser.mean must be F64[2]: F32[4]
"dtype":"F64","shape":[2] | "dtype":"F64","shape":[1,2] | normaliser.mean must be F64[2]: F64[1, 2]
"shape":[16,16]        | "shape":[8,32]             | weight_ih_l0 must be F32[16, 16]: F32[8, 32]
"shape":[16,16]        | "shape":[16,-16]           | weight_ih_l0: a size must be a whole number from 0 on: -16
"shape":[16,16]        | "shape":[16,"16"]          | weight_ih_l0: a size must be a whole number from 0 on: 16
"shape":[16,16]        | "shape":[2147483647,2147483647] | weight_ih_l0: shape must fit the file
"shape":[16,16]        | "shape":[0,2147483647,2147483647,2147483647] | data_offsets must be [0, 0]
"shape":[16,16]        | "shape":[99999999999]      | must be a whole number from 0 on: 99999999999
"shape":[16,16]        | "shape":[1,1,1,1,1,1,1,16,16] | at most 8 sizes
"shape":[16,16]        | "shape":256                | weight_ih_l0: shape must be a list
"data_offsets":[0,1024] | "data_offsets":[0,1023]     | weight_ih_l0: data_offsets must be [0, 1024]
"data_offsets":[0,1024] | "data_offsets":[8,1032]     | weight_ih_l0: data_offsets must be [0, 1024]
"data_offsets":[0,1024] | "data_offsets":[0,99999999999] | weight_ih_l0: data_offsets must be [0, 1024]
"data_offsets":[0,1024] | "data_offsets":null        | header must be a JSON object
"data_offsets":[0,1024] | "offsets":[0,1024]          | weight_ih_l0: data_offsets must be [0, 1024]
"format":"2"           | "format":"2","format":"2"  | Duplicate field
"format":"2"           | "format":"2","own_scale_readings":"-1" | own_scale_readings must be 0 to 1000000: -1
"format":"2"           | "format":"2","own_scale_readings":"1000001" | own_scale_readings must be 0 to 1000000: 1000001
"format":"2"           | "format":"2","own_scale_readings":"many" | own_scale_readings must be a whole number: many
{"__metadata__"        | {"__metadata__":1,"x"      | __metadata__ must be a JSON object: 1
{"__metadata__"        | ["__metadata__"            | header must be a JSON object
""")
    void namesTheFieldTheRuleAndTheValue(String old, String forged, String message) {
        assertRefused(
                ForgedBundle.withHeader(FILE, header -> replaceFirst(header, old, forged)),
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
"check.values"         | "check.valves"             | check.values must have 1 to 64 readings: null
"check.said"           | "check.sad"                | check.said must be F32[8, 3, 2]: null
"shape":[8,2]          | "shape":[4,4]              | check.values must be F64[4, 2]: F64[4, 4]
"shape":[8,2]          | "shape":[2,8]              | check.values must be F64[2, 2]: F64[2, 8]
"shape":[8,2]          | "shape":[]                 | check.values
"shape":[8,3,2]        | "shape":[8,6]              | check.said must be F32[8, 3, 2]: F32[8, 6]
""")
    void namesWhatIsWrongWithACheck(String old, String forged, String message) {
        byte[] file = SelfCheck.write(Students.random(CellKind.LSTM, 4, 2, 3));
        assertRefused(
                ForgedBundle.withHeader(file, header -> replaceFirst(header, old, forged)),
                message);
    }

    @Test
    void refusesAnInfiniteReadingOfACheck() {
        Bundle bundle = Students.random(CellKind.LSTM, 4, 2, 3);
        double[] values = {1, Double.POSITIVE_INFINITY};
        assertRefused(
                BundleCodec.write(bundle.withCheck(new CheckVector(1, values, new float[6]))),
                "check.values must be finite or NaN: Infinity");
    }

    @Test
    void refusesUnitsThatAreNotOneAChannel() {
        assertRefused(
                ForgedBundle.withHeader(
                        FILE,
                        header -> replaceFirst(header, "[\\\"°C\\\",\\\"°C\\\"]", "[\\\"°C\\\"]")),
                "units must be one a channel: 1 for 2");
    }

    @Test
    void refusesDeepJson() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertRefused(
                ForgedBundle.withHeader(FILE, header -> replaceFirst(header, "[16,16]", deep)),
                "header must be a JSON object");
        assertRefused(
                ForgedBundle.withHeader(
                        FILE, header -> replaceFirst(header, "[86400000,604800000]", deep)),
                "periods_ms must be a JSON list");
    }

    @Test
    void refusesTextAfterTheHeadersEnd() {
        assertRefused(ForgedBundle.withHeader(FILE, header -> header + "{}"), "more text");
    }

    @Test
    void refusesDataThatNoTensorCovers() {
        byte[] data = ForgedBundle.data(FILE);
        assertRefused(
                ForgedBundle.of(
                        ForgedBundle.header(FILE).getBytes(StandardCharsets.UTF_8),
                        ByteBuffer.allocate(data.length + 8).put(data).array()),
                "tensors must cover the data");
    }

    @Test
    void refusesNumbersThatAStepCannotUse() {
        for (float wild : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 3e38f}) {
            assertRefused(
                    withData(data -> data.putFloat(4 * 5, wild)),
                    "weight_ih_l0[5] must be within ±1000000.0: " + wild);
        }
        // At the end of the data: mean and scale [2] each, bounds [2, 2].
        int end = ForgedBundle.data(FILE).length;
        assertRefused(withData(data -> data.putDouble(end - 48, -1)), "scale[0] must be positive");
        assertRefused(withData(data -> data.putDouble(end - 40, 0)), "scale[1] must be positive");
        assertRefused(
                withData(data -> data.putDouble(end - 64, Double.NaN)), "mean[0] must be within");
    }

    @Test
    void neverFailsInAnotherWayHoweverItsHeaderIsForged() throws BundleException {
        String alphabet = "\"\\{}[]:,0123456789-.eE truefalsn_\u0000\u00e9";
        long seed = 45;
        Random random = new Random(seed);
        for (int trial = 0; trial < 10_000; trial++) {
            StringBuilder header = new StringBuilder(ForgedBundle.header(FILE));
            int digest = header.indexOf("\"sha256\"");
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(header.length());
                if (at >= digest && at < digest + 80) {
                    continue;
                }
                char junk = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> header.setCharAt(at, junk);
                    case 1 -> header.insert(at, junk);
                    default -> header.deleteCharAt(at);
                }
                digest = header.indexOf("\"sha256\":\"");
                if (digest < 0) {
                    break;
                }
            }
            if (digest < 0) {
                continue;
            }
            byte[] forged =
                    ForgedBundle.of(
                            header.toString().getBytes(StandardCharsets.UTF_8),
                            ForgedBundle.data(FILE));
            try {
                Bundle taken = BundleCodec.read(forged);
                // Another name or another text: then it is a good bundle and can be written.
                BundleCodec.read(BundleCodec.write(taken));
            } catch (BundleException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", trial " + trial + ": " + header, e);
            }
        }
    }

    private static byte[] withData(Consumer<ByteBuffer> change) {
        byte[] data = ForgedBundle.data(FILE);
        change.accept(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN));
        return ForgedBundle.of(ForgedBundle.header(FILE).getBytes(StandardCharsets.UTF_8), data);
    }

    /** Replaces a text that stands there word by word. */
    private static String replaceFirst(String header, String old, String forged) {
        int at = header.indexOf(old);
        return at < 0
                ? header
                : header.substring(0, at) + forged + header.substring(at + old.length());
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> BundleCodec.read(file))
                .withMessageContaining(message);
    }
}
