package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.model.fixtures.PlainJson;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.json.Json;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose digest is right and whose anchor, spread or bounds are not. */
class ForgedAnchorTest {
    private static final StudentSpec SPEC = Students.spec(CellKind.LSTM, 4, 2);
    private static final Bounds BOUNDS = new Bounds(new double[] {-9, -8}, new double[] {8, 9});
    private static final byte[] FILE =
            BundleCodec.write(Students.bundle(SPEC, BOUNDS, Students.parameters(SPEC, 3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
"anchor":"filter"      | "anchor":"kalman"      | anchor must be none, seasonal, filter or decay: 'kalman'
"anchor":"filter"      | "anchor":"none"        | unknown parameters in
"anchor":"filter"      | "anker":"filter"       | metadata must have anchor
"anchor_order":"2"     | "anchor_order":"3"     | anchor.transition must be F32[3, 2, 2]: F32[2, 2, 2]
"anchor_order":"2"     | "anchor_order":"0"     | anchor_order must be 1 to 8: 0
"anchor_order":"2"     | "anchor_order":"9"     | anchor_order must be 1 to 8: 9
"anchor_order":"2"     | "anchor_order":"two"   | anchor_order must be a whole number: two
"anchor_order":"2"     | "order":"2"            | metadata must have anchor_order
"anchor_form":"full"   | "anchor_form":"half"   | filter form must be full or cheap: 'half'
"anchor_form":"full"   | "form":"full"          | metadata must have anchor_form
"anchor_rates":"2"     | "anchor_rates":"1"     | anchor.rates must be F32[1]: F32[2]
"anchor_rates":"2"     | "anchor_rates":"0"     | anchor_rates must be 1 to 4: 0
"anchor_rates":"2"     | "anchor_rates":"5"     | anchor_rates must be 1 to 4: 5
"anchor_rates":"2"     | "rates":"2"            | metadata must have anchor_rates
"season_ms":"86400000" | "season_ms":"0"        | periodMillis=0, bins=24
"season_ms":"86400000" | "season_ms":"-1"       | periodMillis=-1, bins=24
"season_ms":"86400000" | "season_ms":"23"       | at most one a millisecond: periodMillis=23, bins=24
"season_ms":"86400000" | "season_ms":"9223372036854775807" | periodMillis=9223372036854775807
"season_ms":"86400000" | "season_ms":"a day"    | season_ms must be a whole number: a day
"season_ms":"86400000" | "season":"86400000"    | metadata must have season_ms
"season_bins":"24"     | "season_bins":"0"      | season_bins must be 1 to 1024: 0
"season_bins":"24"     | "season_bins":"1025"   | season_bins must be 1 to 1024: 1025
"season_bins":"24"     | "season_bins":"12"     | anchor.profile must be F32[12, 2]: F32[24, 2]
"season_bins":"24"     | "bins":"24"            | metadata must have season_bins
"given":"0"            | "given":"1"            | bounds must be F64[2, 1]: F64[2, 2]
"given":"0"            | "given":"2"            | given channels must be fewer than all of them: 2
"given":"0"            | "given":"-1"           | given must be 0 to 512: -1
"given":"0"            | "given":"513"          | given must be 0 to 512: 513
"given":"0"            | "gives":"0"            | metadata must have given
"bounds":{             | "limits":{             | bounds must be F64[2, 2]: null
"bounds":{"dtype":"F64","shape":[2,2] | "bounds":{"dtype":"F64","shape":[4] | bounds must be F64[2, 2]: F64[4]
"bounds":{"dtype":"F64","shape":[2,2] | "bounds":{"dtype":"F32","shape":[8] | bounds must be F64[2, 2]: F32[8]
""")
    void namesTheFieldTheRuleAndTheValue(String old, String forged, String message) {
        assertRefused(withHeader(old, forged), message);
    }

    static Stream<String> parameters() {
        return Parameters.shapes(SPEC).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterMustBeThereInItsShapeAndSane(String name) throws IOException {
        int[] shape = Parameters.shapes(SPEC).get(name);
        String rule = name + " must be F32" + Arrays.toString(shape) + ": ";
        String entry = "\"" + name + "\":{";
        assertRefused(withHeader(entry, "\"other\":{"), rule + "null");

        String sizes = Arrays.toString(shape).replace(" ", "");
        String described = entry + "\"dtype\":\"F32\",\"shape\":" + sizes;
        String longer = described.substring(0, described.length() - 1) + ",1]";
        assertRefused(withHeader(described, longer), rule + "F32");
        if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) % 2 == 0) {
            int half = Arrays.stream(shape).reduce(1, (a, b) -> a * b) / 2;
            String wide = entry + "\"dtype\":\"F64\",\"shape\":[" + half + "]";
            assertRefused(withHeader(described, wide), rule + "F64[" + half + "]");
        }
        int last = Arrays.stream(shape).reduce(1, (a, b) -> a * b) - 1;
        for (float wild : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1.1e6f}) {
            assertRefused(
                    with(name, last, wild),
                    name + "[" + last + "] must be within ±1000000.0: " + wild);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
anchor.noise       | 0  | -1    | anchor.noise must be a covariance: it is not positive in row 0
anchor.noise       | 2  | 1000  | anchor.noise must be a covariance: it is not positive in row 1
anchor.noise       | 3  | -1    | anchor.noise must be a covariance: it is not positive in row 1
anchor.rates       | 0  | -0.01 | anchor.rates must be 0 to 1: -0.01
anchor.rates       | 1  | 1.01  | anchor.rates must be 0 to 1: 1.01
anchor.measurement | 1  | 0     | anchor.measurement must be at least 1e-8: 0.0
anchor.measurement | 0  | -1    | anchor.measurement must be at least 1e-8: -1.0
spread.table       | 0  | 0     | spread.table must be positive and at most 1e4: 0.0
spread.table       | 99 | -1    | spread.table must be positive and at most 1e4: -1.0
spread.table       | 7  | 20000 | spread.table must be positive and at most 1e4: 20000.0
shrink             | 0  | -0.1  | shrink must be 0 to 2.0: -0.1
shrink             | 5  | 2.1   | shrink must be 0 to 2.0: 2.1
""")
    void refusesNumbersThatMeanNothing(String name, int at, float value, String message)
            throws IOException {
        assertRefused(with(name, at, value), message);
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.1f, 2.1f, 1e6f})
    void refusesFactorsOfARevisionThatMeanNothing(float factor) {
        StudentSpec spec = Students.lookingBack(CellKind.LSTM, 4, 2);
        Map<String, float[]> parameters = Students.parameters(spec, 3);
        parameters.get(Parameters.REVISE_SHRINK)[3] = factor;

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> Bundle.of(spec, Students.normaliser(2), parameters, Map.of()))
                .withMessage("shrink_reverse must be 0 to 2.0: " + factor);
    }

    @Test
    void refusesBoundsThatCross() throws IOException {
        String rule = "must have its lower one below its upper one: ";
        assertRefused(withBound(0, 8), "bounds[0] " + rule + "8.0, 8.0");
        assertRefused(withBound(3, -8.5), "bounds[1] " + rule + "-8.0, -8.5");
        assertRefused(withBound(1, Double.NaN), "bounds[1] " + rule + "NaN, 9.0");
        assertRefused(withBound(2, Double.NEGATIVE_INFINITY), "bounds[0] " + rule);
        assertRefused(withBound(2, 1e300), "bounds must be infinite or within");
    }

    @Test
    void refusesACovarianceThatIsTooWide() {
        List<String> names = IntStream.range(0, 257).mapToObj(d -> "c" + d).toList();
        byte[] forged =
                ForgedBundle.withHeader(
                        FILE,
                        header ->
                                header.replace(escaped(SPEC.channels()), escaped(names))
                                        .replace(escaped(SPEC.units()), escaped(names)));
        assertRefused(forged, "the filter's covariance must be at most 512 wide; of 257 channels");
    }

    @Test
    void takesWhatItWouldHaveWrittenItself() throws Exception {
        BundleCodec.read(withHeader("\"anchor_form\":\"full\"", "\"anchor_form\":\"cheap\""));
        BundleCodec.read(withHeader("\"anchor\":\"filter\"", "\"anchor\":\"seasonal\""));
        BundleCodec.read(with("shrink", 0, 0));
        BundleCodec.read(with("anchor.rates", 0, 1));
        BundleCodec.read(withBound(0, Double.NEGATIVE_INFINITY));
    }

    private static String escaped(List<String> texts) {
        return Json.write(texts).replace("\"", "\\\"");
    }

    private static byte[] withHeader(String old, String forged) {
        return ForgedBundle.withHeader(FILE, header -> header.replace(old, forged));
    }

    private static byte[] with(String name, int index, float value) throws IOException {
        byte[] data = ForgedBundle.data(FILE);
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(start(name) + 4 * index, value);
        return restamped(data);
    }

    private static byte[] withBound(int index, double value) throws IOException {
        byte[] data = ForgedBundle.data(FILE);
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(start("bounds") + 8 * index, value);
        return restamped(data);
    }

    private static byte[] restamped(byte[] data) {
        return ForgedBundle.of(ForgedBundle.header(FILE).getBytes(StandardCharsets.UTF_8), data);
    }

    private static int start(String name) throws IOException {
        Map<?, ?> entry = (Map<?, ?>) PlainJson.object(ForgedBundle.header(FILE)).get(name);
        return (int) PlainJson.numbers(entry.get("data_offsets"))[0];
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> BundleCodec.read(file))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
