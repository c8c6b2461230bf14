package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.NaiveCell;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentTest {
    private static final int CHANNELS = 3;
    private static final int HIDDEN = 9;

    private final float[] mean = new float[CHANNELS];
    private final float[] scale = new float[CHANNELS];

    @ParameterizedTest
    @EnumSource
    void withZeroHeadsIsLastObservationCarriedForward(CellKind cell) {
        Bundle bundle = Students.withZeroHeads(cell, HIDDEN, CHANNELS, 4);
        Student student = new Student(bundle.spec(), bundle.weights());
        StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
        float[] last = new float[CHANNELS];
        Random random = new Random(8);
        for (int slot = 0; slot < 500; slot++) {
            float[] z = reading(random);
            student.predict(memory, slot * Students.HOUR, mean, scale);
            assertThat(mean).containsExactly(last);
            assertThat(scale).containsOnly(1f);
            student.recur(memory, slot * Students.HOUR, z);
            for (int d = 0; d < CHANNELS; d++) {
                last[d] = Float.isNaN(z[d]) ? last[d] : z[d];
            }
            student.impute(memory, mean, scale);
            assertThat(mean).containsExactly(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithItsEquations(CellKind cell) {
        StudentSpec spec = Students.spec(cell, HIDDEN, CHANNELS);
        Map<String, float[]> p = Students.parameters(spec, 12);
        Student student = new Student(spec, Students.bundle(spec, p).weights());
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
        double[] held = new double[CHANNELS];
        double[] age = new double[CHANNELS];
        Random random = new Random(13);
        for (int slot = 0; slot < 200; slot++) {
            long time = slot * Students.HOUR;
            float[] z = reading(random);

            double[] prior = new double[HIDDEN + spec.priorSize()];
            System.arraycopy(oracle.h, 0, prior, 0, HIDDEN);
            for (int d = 0; d < CHANNELS; d++) {
                prior[HIDDEN + d] = held[d];
                prior[HIDDEN + CHANNELS + d] = 0.5 * Math.log1p(age[d]);
            }
            calendar(time, prior, HIDDEN + 2 * CHANNELS);
            student.predict(memory, time, mean, scale);
            float[] weight = p.get(Parameters.PREDICT_WEIGHT);
            float[] bias = p.get(Parameters.PREDICT_BIAS);
            for (int d = 0; d < CHANNELS; d++) {
                double mu = dot(weight, bias, prior, d);
                assertAnswer(d, held[d] + mu, dot(weight, bias, prior, CHANNELS + d));
            }

            double[] u = new double[spec.inputSize()];
            for (int d = 0; d < CHANNELS; d++) {
                boolean seen = !Float.isNaN(z[d]);
                u[CHANNELS + d] = seen ? 1 : 0;
                u[2 * CHANNELS + d] = seen ? z[d] - held[d] : 0;
                held[d] = seen ? z[d] : held[d];
                age[d] = seen ? 0 : age[d] + 1;
                u[d] = held[d];
                u[3 * CHANNELS + d] = 0.5 * Math.log1p(age[d]);
            }
            calendar(time, u, 4 * CHANNELS);
            oracle.step(u);
            student.recur(memory, time, z);

            double[] posterior = new double[HIDDEN + spec.inputSize()];
            System.arraycopy(oracle.h, 0, posterior, 0, HIDDEN);
            System.arraycopy(u, 0, posterior, HIDDEN, u.length);
            student.impute(memory, mean, scale);
            weight = p.get(Parameters.IMPUTE_WEIGHT);
            bias = p.get(Parameters.IMPUTE_BIAS);
            for (int d = 0; d < CHANNELS; d++) {
                double mu = dot(weight, bias, posterior, d);
                double gate = dot(weight, bias, posterior, 2 * CHANNELS + d);
                double gated = dot(weight, bias, posterior, 3 * CHANNELS + d);
                double mean = held[d] + mu + gated / (1 + Math.exp(-gate));
                assertAnswer(d, mean, dot(weight, bias, posterior, CHANNELS + d));
            }
        }
    }

    @Test
    void limitsItsLogScales() {
        StudentSpec spec = Students.spec(CellKind.GRU, 2, 1);
        for (float logScale : new float[] {-100f, 100f}) {
            Map<String, float[]> p = Students.parameters(spec, 1);
            p.get(Parameters.PREDICT_BIAS)[1] = logScale;
            Student student = new Student(spec, Students.bundle(spec, p).weights());
            student.predict(new StudentMemory(2, 1), 0, mean, scale);
            double expected = logScale < 0 ? Math.exp(-6) : Math.exp(4);
            assertThat((double) scale[0]).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Test
    void aGateThatIsShutLetsNothingInAndOneThatIsOpenLetsAllIn() {
        StudentSpec spec = Students.spec(CellKind.LSTM, 2, 1);
        for (float gate : new float[] {-1e6f, 0, 1e6f}) {
            Map<String, float[]> p = Students.parameters(spec, 1);
            Arrays.fill(p.get(Parameters.IMPUTE_WEIGHT), 0f);
            p.put(Parameters.IMPUTE_BIAS, new float[] {0.25f, 0, gate, 3});
            Student student = new Student(spec, Students.bundle(spec, p).weights());
            StudentMemory memory = new StudentMemory(2, 1);
            student.recur(memory, 0, new float[] {1});
            student.recur(memory, Students.HOUR, new float[] {Float.NaN});
            student.impute(memory, mean, scale);
            float open = gate < 0 ? 0 : gate > 0 ? 1 : 0.5f;
            assertThat(mean[0]).isCloseTo(1.25f + 3 * open, within(1e-5f));
            assertThat(scale[0]).isEqualTo(1f);
        }
    }

    @Test
    void remembersWhichChannelsWereEverSeen() {
        Bundle bundle = Students.random(CellKind.GRU, 2, 2, 1);
        Student student = new Student(bundle.spec(), bundle.weights());
        StudentMemory memory = new StudentMemory(2, 2);
        student.recur(memory, 0, new float[] {Float.NaN, 1});
        student.recur(memory, Students.HOUR, new float[] {Float.NaN, Float.NaN});
        assertThat(memory.seen).containsExactly(false, true);
    }

    @Test
    void aCopyOfItsMemorySharesNothing() {
        StudentMemory memory = new StudentMemory(2, 1);
        StudentMemory copy = memory.copy();
        copy.h[0] = 1;
        copy.c[0] = 1;
        copy.held[0] = 1;
        copy.age[0] = 1;
        copy.seen[0] = true;
        assertThat(memory).usingRecursiveComparison().isEqualTo(new StudentMemory(2, 1));
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        Bundle small = Students.random(CellKind.LSTM, 4, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Student(Students.spec(CellKind.LSTM, 8, 2), small.weights()))
                .withMessageContaining("hiddenSize=4 for 8");
    }

    private void assertAnswer(int channel, double expectedMean, double expectedLogScale) {
        assertThat((double) mean[channel]).isCloseTo(expectedMean, within(1e-5));
        assertThat(Math.log(scale[channel])).isCloseTo(expectedLogScale, within(1e-5));
    }

    private static double dot(float[] weight, float[] bias, double[] row, int n) {
        double sum = bias[n];
        for (int k = 0; k < row.length; k++) {
            sum += weight[n * row.length + k] * row[k];
        }
        return sum;
    }

    private static void calendar(long time, double[] out, int offset) {
        out[offset] =
                Math.sin(2 * Math.PI * (time % (24 * Students.HOUR)) / (24.0 * Students.HOUR));
        out[offset + 1] =
                Math.cos(2 * Math.PI * (time % (24 * Students.HOUR)) / (24.0 * Students.HOUR));
        out[offset + 2] =
                Math.sin(2 * Math.PI * (time % (168 * Students.HOUR)) / (168.0 * Students.HOUR));
        out[offset + 3] =
                Math.cos(2 * Math.PI * (time % (168 * Students.HOUR)) / (168.0 * Students.HOUR));
    }

    private static float[] reading(Random random) {
        float[] z = new float[CHANNELS];
        for (int d = 0; d < CHANNELS; d++) {
            z[d] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return z;
    }
}
