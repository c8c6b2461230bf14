package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.PlainJson;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleCodecTest {

    static Stream<StudentSpec> specs() {
        AnchorSpec full = Anchors.filter(3, FilterForm.FULL);
        AnchorSpec cheap = Anchors.filter(2, FilterForm.CHEAP);
        AnchorSpec seasonal =
                new AnchorSpec(
                        AnchorKind.SEASONAL, 1, FilterForm.FULL, new Season(1_000_000_007, 5), 4);
        return Stream.of(
                Students.spec(CellKind.LSTM, 5, 3),
                Students.spec(CellKind.GRU, 4, 3, 1, full),
                Students.spec(CellKind.LSTM, 4, 3, 2, cheap),
                Students.spec(CellKind.GRU, 4, 2, 0, seasonal),
                Students.irregular(CellKind.LSTM, 3, 2),
                Students.decaying(CellKind.LSTM, 3, 2));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void comesBackAsItWasWritten(StudentSpec spec) throws BundleException {
        Bounds bounds = bounds(spec.answeredCount());
        Bundle bundle = Students.bundle(spec, bounds, Students.parameters(spec, 1));
        byte[] file = BundleCodec.write(bundle);
        Bundle back = BundleCodec.read(file);

        assertThat(back.spec()).isEqualTo(bundle.spec());
        assertThat(back.notes()).isEqualTo(bundle.notes());
        assertThat(back.normaliser().mean()).isEqualTo(bundle.normaliser().mean());
        assertThat(back.normaliser().scale()).isEqualTo(bundle.normaliser().scale());
        assertThat(back.bounds().lower()).isEqualTo(bounds.lower());
        assertThat(back.bounds().upper()).isEqualTo(bounds.upper());
        assertThat(back.parameters()).usingRecursiveComparison().isEqualTo(bundle.parameters());
        assertThat(BundleCodec.write(back)).isEqualTo(file);
    }

    private static Bounds bounds(int channels) {
        double[] lower = Bounds.none(channels).lower();
        lower[0] = -1.5;
        double[] upper = Bounds.none(channels).upper();
        upper[channels - 1] = 1e18;
        return new Bounds(lower, upper);
    }

    @Test
    void correctionsAndSpreadAreTakenAsTheyAreUnlessTheTrainerSaysOtherwise()
            throws BundleException {
        StudentSpec spec = Students.spec(CellKind.GRU, 2, 2);
        Map<String, float[]> p = Students.parameters(spec, 1);
        p.remove(Parameters.SHRINK);
        p.remove(Parameters.SPREAD);
        Bundle bundle = Bundle.of(spec, Students.normaliser(2), p, Map.of());
        assertThat(bundle.parameters().get("shrink").floats()).containsOnly(1f).hasSize(6);
        assertThat(bundle.parameters().get("spread.table").floats())
                .containsOnly(1f)
                .hasSize(21 * 4 * 2);
        assertThat(bundle.bounds().limit(1, 1e300)).isEqualTo(1e300);
    }

    @Test
    void anyTextMayNameAChannelOrANote() throws BundleException {
        List<String> channels = List.of("\"sha256\":\"", "\\", "a\n\tb", "温度", "\u0000", "");
        StudentSpec spec = new StudentSpec(CellKind.GRU, 1, channels, channels, 1, List.of());
        Map<String, String> notes = Map.of("sha256", "\"sha256\":\"0\"", "", "", "format", "9");
        Bundle bundle =
                Bundle.of(spec, Students.normaliser(6), Students.parameters(spec, 1), notes);
        Bundle back = BundleCodec.read(BundleCodec.write(bundle));
        assertThat(back.spec()).isEqualTo(spec);
        assertThat(back.notes()).isEqualTo(notes);
    }

    @Test
    void isSafetensorsToAReaderThatKnowsNothingOfBundles() throws Exception {
        Bundle bundle = Students.random(CellKind.LSTM, 5, 3, 2);
        byte[] file = BundleCodec.write(bundle);
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = Math.toIntExact(in.getLong());
        assertThat((8 + headerLength) % 8).as("data is aligned").isZero();
        String header = new String(file, 8, headerLength, StandardCharsets.UTF_8);
        assertThat(header).startsWith("{");
        Map<?, ?> entries = PlainJson.object(header);
        assertThat(entries).hasSize(1 + 10 + 2 + 6 + 3);

        assertThat(floats(file, headerLength, entries, "weight_ih_l0", 20, 22))
                .isEqualTo(bundle.parameters().get("weight_ih_l0").floats());
        assertThat(floats(file, headerLength, entries, "weight_hh_l0", 20, 5))
                .isEqualTo(bundle.parameters().get("weight_hh_l0").floats());
        assertThat(floats(file, headerLength, entries, "impute.weight", 12, 27))
                .isEqualTo(bundle.parameters().get("impute.weight").floats());
        assertThat(floats(file, headerLength, entries, "impute.bias", 12))
                .isEqualTo(bundle.parameters().get("impute.bias").floats());
        assertThat(floats(file, headerLength, entries, "spread.table", 21, 4, 3))
                .isEqualTo(bundle.parameters().get("spread.table").floats());
        assertThat(floats(file, headerLength, entries, "anchor.transition", 2, 3, 3))
                .isEqualTo(bundle.parameters().get("anchor.transition").floats());
        assertThat(floats(file, headerLength, entries, "anchor.season", 2, 3, 3))
                .isEqualTo(bundle.parameters().get("anchor.season").floats());
        int[] bounds = offsets(entries, "bounds", "F64", 2, 3);
        assertThat(in.getDouble(8 + headerLength + bounds[0])).isEqualTo(Double.NEGATIVE_INFINITY);
        int[] mean = offsets(entries, "normaliser.mean", "F64", 3);
        assertThat(in.getDouble(8 + headerLength + mean[0] + 8)).isEqualTo(10);

        Map<?, ?> metadata = (Map<?, ?>) entries.get("__metadata__");
        assertThat(metadata.get("format")).isEqualTo("2");
        assertThat(metadata.get("anchor")).isEqualTo("filter");
        assertThat(metadata.get("anchor_order")).isEqualTo("2");
        assertThat(metadata.get("anchor_form")).isEqualTo("full");
        assertThat(metadata.get("anchor_rates")).isEqualTo("2");
        assertThat(metadata.get("season_ms")).isEqualTo("86400000");
        assertThat(metadata.get("season_bins")).isEqualTo("24");
        assertThat(metadata.get("given")).isEqualTo("0");
        assertThat(metadata.get("cell")).isEqualTo("lstm");
        assertThat(metadata.get("hidden_size")).isEqualTo("5");
        assertThat(metadata.get("channels"))
                .isEqualTo("[\"channel-0\",\"channel-1\",\"channel-2\"]");
        assertThat(metadata.get("interval_ms")).isEqualTo("3600000");
        assertThat(metadata.get("periods_ms")).isEqualTo("[86400000,604800000]");
        assertThat(metadata.get("note.seed")).isEqualTo("7");
        assertThat(metadata.get("sha256")).isEqualTo(digestWithZeros(file));
    }

    @Test
    void refusesParametersThatDoNotFitTheSpec() {
        StudentSpec spec = Students.spec(CellKind.GRU, 2, 1);
        Map<String, float[]> p = Students.parameters(spec, 1);
        p.put("predict.bias", new float[3]);
        assertRefused(spec, p, "predict.bias with 3 values");
        p.put("predict.bias", new float[] {0, Float.NaN});
        assertRefused(spec, p, "predict.bias[1] must be within ±1000000.0: NaN");
        p.put("predict.bias", new float[] {0, -2e6f});
        assertRefused(spec, p, "predict.bias[1] must be within ±1000000.0: -2000000.0");
        p.remove("predict.bias");
        assertRefused(spec, p, "predict.bias must be F32[2]: null");
        p.put("surprise", new float[2]);
        assertRefused(spec, p, "surprise with 2 values");
    }

    @Test
    void refusesBoundsOfAnotherNumberOfChannels() {
        StudentSpec spec = Students.spec(CellKind.GRU, 2, 1);
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(
                        () ->
                                Bundle.of(
                                        spec,
                                        Students.normaliser(1),
                                        Bounds.none(2),
                                        Students.parameters(spec, 1),
                                        Map.of()))
                .withMessage("bounds must be one pair an answered channel: 2 for 1");
    }

    @Test
    void refusesANormaliserOfAnotherNumberOfChannels() {
        StudentSpec spec = Students.spec(CellKind.GRU, 2, 1);
        Normaliser two = Students.normaliser(2);
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> Bundle.of(spec, two, Students.parameters(spec, 1), Map.of()))
                .withMessageContaining("2 for 1");
    }

    private static void assertRefused(StudentSpec spec, Map<String, float[]> p, String message) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> Bundle.of(spec, Students.normaliser(1), p, Map.of()))
                .withMessageContaining(message);
    }

    private static float[] floats(
            byte[] file, int headerLength, Map<?, ?> entries, String name, int... shape) {
        int[] offsets = offsets(entries, name, "F32", shape);
        float[] values = new float[(offsets[1] - offsets[0]) / 4];
        assertThat(values).hasSize(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        ByteBuffer.wrap(file, 8 + headerLength + offsets[0], 4 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static int[] offsets(Map<?, ?> entries, String name, String type, int... shape) {
        Map<?, ?> entry = (Map<?, ?>) entries.get(name);
        assertThat(entry.get("dtype")).isEqualTo(type);
        assertThat(ints(entry.get("shape"))).isEqualTo(shape);
        return ints(entry.get("data_offsets"));
    }

    private static int[] ints(Object list) {
        return Arrays.stream(PlainJson.numbers(list)).mapToInt(number -> (int) number).toArray();
    }

    private static String digestWithZeros(byte[] file) throws Exception {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        String blank =
                latin.replaceFirst("\"sha256\":\"[0-9a-f]{64}", "\"sha256\":\"" + "0".repeat(64));
        byte[] bytes = blank.getBytes(StandardCharsets.ISO_8859_1);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
