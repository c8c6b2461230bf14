package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.NaiveCell;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.recurrent.CellWeights;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The student alone, with an anchor's view that is drawn: it believes whatever it is told. */
class StudentTest {
    private static final int CHANNELS = 4;
    private static final int GIVEN = 1;
    private static final int ANSWERED = CHANNELS - GIVEN;
    private static final int HIDDEN = 9;

    private final float[] mean = new float[ANSWERED];
    private final float[] scale = new float[ANSWERED];
    private final AnchorView view = new AnchorView(CHANNELS);
    private final Random random = new Random(13);

    @ParameterizedTest
    @EnumSource
    void withZeroHeadsTheAnchorAnswers(CellKind cell) {
        Student student = Students.withZeroHeads(spec(cell), 4).newStudent();
        StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
        for (int slot = 0; slot < 200; slot++) {
            float[] z = draw();
            student.predict(memory, view, slot * Students.HOUR, mean, scale);
            assertThat(mean).containsExactly(Arrays.copyOf(view.priorMean, ANSWERED));
            assertThat(scale).containsExactly(Arrays.copyOf(view.priorScale, ANSWERED));
            student.recur(memory, view, slot * Students.HOUR, z);
            student.impute(memory, view, mean, scale);
            assertThat(mean).containsExactly(Arrays.copyOf(view.mean, ANSWERED));
            assertThat(scale).containsExactly(Arrays.copyOf(view.scale, ANSWERED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithItsEquations(CellKind cell) {
        StudentSpec spec = spec(cell);
        Map<String, float[]> p = Students.parameters(spec, 12);
        Student student = Students.bundle(spec, p).newStudent();
        StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
        NaiveCell oracle =
                new NaiveCell(
                        cell,
                        spec.inputSize(),
                        HIDDEN,
                        p.get(Parameters.WEIGHT_IH),
                        p.get(Parameters.WEIGHT_HH),
                        p.get(Parameters.BIAS_IH),
                        p.get(Parameters.BIAS_HH));
        InputEncoder encoder = new InputEncoder(spec);
        float[] age = new float[CHANNELS];
        float[] row = new float[spec.inputSize()];
        float[] shrink = p.get(Parameters.SHRINK);
        int silentSlots = 0;
        for (int slot = 0; slot < 200; slot++) {
            long time = slot * Students.HOUR;
            float[] z = draw();

            float[] prior = new float[spec.priorSize()];
            encoder.writePrior(view, age, Long.MIN_VALUE, time, prior, 0);
            double[] before = joined(normed(oracle.h, p), prior);
            student.predict(memory, view, time, mean, scale);
            float[] weight = p.get(Parameters.PREDICT_WEIGHT);
            float[] bias = p.get(Parameters.PREDICT_BIAS);
            for (int d = 0; d < ANSWERED; d++) {
                double off = shrink[2 * ANSWERED + d] * dot(weight, bias, before, d);
                assertAnswer(
                        d,
                        view.priorMean[d] + off * view.priorScale[d],
                        limited(dot(weight, bias, before, ANSWERED + d))
                                + Math.log(view.priorScale[d]));
            }

            encoder.write(z, view, age, Long.MIN_VALUE, time, row, 0);
            oracle.step(doubles(row));
            student.recur(memory, view, time, z);

            double[] after = joined(normed(oracle.h, p), row);
            student.impute(memory, view, mean, scale);
            boolean silent = isSilent(z);
            silentSlots += silent ? 1 : 0;
            assertThat(student.isSilent()).isEqualTo(silent);
            weight = p.get(Parameters.IMPUTE_WEIGHT);
            bias = p.get(Parameters.IMPUTE_BIAS);
            for (int d = 0; d < ANSWERED; d++) {
                double gate = dot(weight, bias, after, 2 * ANSWERED + d);
                double gated = dot(weight, bias, after, 3 * ANSWERED + d);
                double off = dot(weight, bias, after, d) + gated / (1 + Math.exp(-gate));
                assertAnswer(
                        d,
                        view.mean[d] + shrink[(silent ? ANSWERED : 0) + d] * off * view.scale[d],
                        limited(dot(weight, bias, after, ANSWERED + d)) + Math.log(view.scale[d]));
            }
        }
        assertThat(silentSlots).isPositive();
    }

    @Test
    void limitsItsLogScales() {
        StudentSpec spec = Students.onHeldValues(CellKind.GRU, 2, 1, Students.HOUR);
        for (float logScale : new float[] {-100f, 100f}) {
            Map<String, float[]> p = Students.parameters(spec, 1);
            p.get(Parameters.PREDICT_BIAS)[1] = logScale;
            Student student = Students.bundle(spec, p).newStudent();
            view.priorScale[0] = 2;
            student.predict(new StudentMemory(2, 1), view, 0, mean, scale);
            double expected = 2 * Math.exp(logScale < 0 ? -4 : 4);
            assertThat((double) scale[0]).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Test
    void aGateThatIsShutLetsNothingInAndOneThatIsOpenLetsAllIn() {
        StudentSpec spec = Students.onHeldValues(CellKind.LSTM, 2, 1, Students.HOUR);
        for (float gate : new float[] {-1e6f, 0, 1e6f}) {
            Map<String, float[]> p = Students.parameters(spec, 1);
            Arrays.fill(p.get(Parameters.IMPUTE_WEIGHT), 0f);
            Arrays.fill(p.get(Parameters.SHRINK), 1f);
            p.put(Parameters.IMPUTE_BIAS, new float[] {0.25f, 0, gate, 3});
            Student student = Students.bundle(spec, p).newStudent();
            StudentMemory memory = new StudentMemory(2, 1);
            view.mean[0] = 1;
            view.scale[0] = 2;
            student.recur(memory, view, 0, new float[] {Float.NaN});
            student.impute(memory, view, mean, scale);
            float open = gate < 0 ? 0 : gate > 0 ? 1 : 0.5f;
            assertThat(mean[0]).isCloseTo(1 + 2 * (0.25f + 3 * open), within(1e-5f));
            assertThat(scale[0]).isEqualTo(2f);
        }
    }

    @Test
    void aSlotIsSilentIfOnlyGivenChannelsWereSeenInIt() {
        Student student = Students.random(spec(CellKind.LSTM), 1).newStudent();
        StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
        draw();
        student.recur(memory, view, 0, new float[] {Float.NaN, Float.NaN, Float.NaN, 1});
        assertThat(student.isSilent()).isTrue();
        student.recur(memory, view, Students.HOUR, new float[] {Float.NaN, 0, Float.NaN, 1});
        assertThat(student.isSilent()).isFalse();
    }

    @Test
    void remembersWhichChannelsWereEverSeen() {
        Student student = Students.random(spec(CellKind.GRU), 1).newStudent();
        StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
        draw();
        float none = Float.NaN;
        student.recur(memory, view, 0, new float[] {none, 1, none, none});
        student.recur(memory, view, Students.HOUR, new float[] {none, none, none, none});
        assertThat(memory.seen).containsExactly(false, true, false, false);
    }

    @Test
    void aCopyOfItsMemorySharesNothing() {
        StudentMemory memory = new StudentMemory(2, 1);
        StudentMemory copy = memory.copy();
        copy.h[0] = 1;
        copy.c[0] = 1;
        copy.age[0] = 1;
        copy.seen[0] = true;
        assertThat(memory).usingRecursiveComparison().isEqualTo(new StudentMemory(2, 1));
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        StudentSpec spec = Students.spec(CellKind.LSTM, 8, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Student(spec, weights(Students.spec(CellKind.LSTM, 4, 2), 6)))
                .withMessageContaining("hiddenSize=4 and 4 for 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Student(spec, weights(spec, 4)))
                .withMessageContaining("shrink=4 for 6");
    }

    private static StudentWeights weights(StudentSpec spec, int shrinkLength) {
        Map<String, float[]> p = Students.parameters(spec, 1);
        return new StudentWeights(
                new CellWeights(
                        spec.cell(),
                        spec.inputSize(),
                        spec.hiddenSize(),
                        p.get(Parameters.WEIGHT_IH),
                        p.get(Parameters.WEIGHT_HH),
                        p.get(Parameters.BIAS_IH),
                        p.get(Parameters.BIAS_HH)),
                p.get(Parameters.NORM_WEIGHT),
                p.get(Parameters.NORM_BIAS),
                p.get(Parameters.PREDICT_WEIGHT),
                p.get(Parameters.PREDICT_BIAS),
                p.get(Parameters.IMPUTE_WEIGHT),
                p.get(Parameters.IMPUTE_BIAS),
                new float[shrinkLength]);
    }

    private static StudentSpec spec(CellKind cell) {
        return Students.spec(cell, HIDDEN, CHANNELS, GIVEN, AnchorSpec.NONE);
    }

    /** Draws what the anchor says and the values of a slot. */
    private float[] draw() {
        float[] z = new float[CHANNELS];
        boolean silent = random.nextInt(8) == 0;
        for (int d = 0; d < CHANNELS; d++) {
            view.priorMean[d] = (float) random.nextGaussian();
            view.priorScale[d] = (float) Math.exp(random.nextGaussian());
            view.profile[d] = (float) random.nextGaussian();
            view.scale[d] = (float) Math.exp(random.nextGaussian());
            boolean hole = silent || random.nextInt(4) == 0;
            z[d] = hole ? Float.NaN : (float) random.nextGaussian();
            view.mean[d] = hole ? (float) random.nextGaussian() : z[d];
        }
        return z;
    }

    private static boolean isSilent(float[] z) {
        for (int d = 0; d < ANSWERED; d++) {
            if (!Float.isNaN(z[d])) {
                return false;
            }
        }
        return true;
    }

    private void assertAnswer(int channel, double expectedMean, double expectedLogScale) {
        double reach = 1e-5 * Math.max(1, Math.abs(expectedMean));
        assertThat((double) mean[channel]).isCloseTo(expectedMean, within(reach));
        assertThat(Math.log(scale[channel])).isCloseTo(expectedLogScale, within(1e-5));
    }

    private static double limited(double logScale) {
        return Math.min(Math.max(logScale, -4), 4);
    }

    private static double[] normed(double[] h, Map<String, float[]> p) {
        double mean = Arrays.stream(h).average().orElseThrow();
        double variance =
                Arrays.stream(h).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        double[] normed = new double[h.length];
        for (int k = 0; k < h.length; k++) {
            normed[k] =
                    p.get(Parameters.NORM_WEIGHT)[k] * (h[k] - mean) / Math.sqrt(variance + 1e-5)
                            + p.get(Parameters.NORM_BIAS)[k];
        }
        return normed;
    }

    private static double[] joined(double[] left, float[] right) {
        double[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(doubles(right), 0, both, left.length, right.length);
        return both;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            doubles[k] = values[k];
        }
        return doubles;
    }

    private static double dot(float[] weight, float[] bias, double[] row, int n) {
        double sum = bias[n];
        for (int k = 0; k < row.length; k++) {
            sum += weight[n * row.length + k] * row[k];
        }
        return sum;
    }
}
