package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudentNetTest {
    private static final int HIDDEN = 5;
    private static final int STEPS = 6;
    private static final int BATCH = 2;
    private static final int COLUMNS = STEPS * BATCH;

    /** A product of fewer columns may sum in another order. */
    private static final Offset<Float> ROUNDING = Offset.offset(2e-6f);

    record Case(CellKind cell, boolean carried) {}

    static Stream<Case> cases() {
        return Stream.of(CellKind.values())
                .flatMap(cell -> Stream.of(new Case(cell, false), new Case(cell, true)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAndAllGradientsAreThoseOfTheEquations(Case one) {
        StudentSpec spec = spec(one.cell());
        PlainStudent plain = new PlainStudent(spec, STEPS, BATCH);
        Slopes slopes = new Slopes(values -> both(plain, values));
        float[] inputs = Slopes.random(COLUMNS * spec.inputSize(), 1, 7);
        float[] priors = Slopes.random(COLUMNS * spec.priorSize(), 1, 8);
        try (Parameters parameters = shaken(spec);
                StudentNet net = new StudentNet(spec, parameters, STEPS, BATCH)) {
            slopes.with(parameters).with("input", inputs).with("prior", priors);
            float[] h = Slopes.random(BATCH * HIDDEN, 1, 9);
            float[] c = Slopes.random(BATCH * HIDDEN, 1.5, 10);
            if (one.carried()) {
                slopes.with("h", h).with("c", c);
                net.start(h, c);
            }
            net.forward(inputs, priors);
            float[] answers = both(net);
            slopes.assertOutputs(answers);

            float[] gradient = Slopes.lossGradient(answers);
            int half = gradient.length / 2;
            net.backward(
                    Arrays.copyOf(gradient, half),
                    Arrays.copyOfRange(gradient, half, gradient.length));
            slopes.assertGradients(parameters);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWindowInTwoPartsIsTheWindowInOne(CellKind cell) {
        StudentSpec spec = spec(cell);
        float[] inputs = Slopes.random(COLUMNS * spec.inputSize(), 1, 7);
        float[] priors = Slopes.random(COLUMNS * spec.priorSize(), 1, 8);
        float[] h = new float[BATCH * HIDDEN];
        float[] c = new float[BATCH * HIDDEN];
        try (Parameters parameters = shaken(spec);
                StudentNet whole = new StudentNet(spec, parameters, STEPS, BATCH);
                StudentNet half = new StudentNet(spec, parameters, STEPS / 2, BATCH)) {
            whole.forward(inputs, priors);
            half.start(h, c);
            half.forward(firstHalf(inputs), firstHalf(priors));
            assertThat(half.imputations().toArray())
                    .containsExactly(firstHalf(whole.imputations().toArray()), ROUNDING);
            half.end(h, c);
            half.start(h, c);
            half.forward(secondHalf(inputs), secondHalf(priors));
            assertThat(half.imputations().toArray())
                    .containsExactly(secondHalf(whole.imputations().toArray()), ROUNDING);
            assertThat(half.predictions().toArray())
                    .containsExactly(secondHalf(whole.predictions().toArray()), ROUNDING);
        }
    }

    @Test
    void anUntrainedNetCorrectsNothing() {
        StudentSpec spec = spec(CellKind.LSTM);
        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                StudentNet net = new StudentNet(spec, parameters, STEPS, BATCH)) {
            net.forward(
                    Slopes.random(COLUMNS * spec.inputSize(), 1, 7),
                    Slopes.random(COLUMNS * spec.priorSize(), 1, 8));
            assertThat(both(net)).containsOnly(0f);
        }
    }

    @Test
    void sharedParametersKeepGradientsOfTheirOwn() {
        try (Parameters parameters = StudentNet.newParameters(spec(CellKind.GRU), 3);
                Parameters shared = parameters.share()) {
            Parameter first = parameters.get("weight_hh_l0");
            Parameter second = shared.get("weight_hh_l0");
            second.gradient().fill(1);

            assertThat(second.value()).isSameAs(first.value());
            assertThat(first.gradient().toArray()).containsOnly(0f);
        }
    }

    /** Two channels that are answered for and one that is given, so that no two sizes agree. */
    private static StudentSpec spec(CellKind cell) {
        return new StudentSpec(
                cell,
                HIDDEN,
                List.of("a", "b", "c"),
                1,
                List.of("", "", ""),
                3_600_000,
                List.of(86_400_000L),
                AnchorSpec.NONE);
    }

    /** Heads and norm begin at zero and one, where much of the gradient vanishes. */
    private static Parameters shaken(StudentSpec spec) {
        Parameters parameters = StudentNet.newParameters(spec, 3);
        for (Parameter parameter : parameters) {
            float[] values = parameter.rowMajor();
            float[] change = Slopes.random(values.length, 0.3, parameter.name().hashCode());
            for (int k = 0; k < values.length; k++) {
                values[k] += change[k];
            }
            parameter.setRowMajor(values);
        }
        return parameters;
    }

    private static double[] both(PlainStudent plain, Map<String, double[]> values) {
        double[] imputations = plain.imputations(values);
        double[] predictions = plain.predictions(values);
        double[] both = Arrays.copyOf(imputations, 2 * imputations.length);
        System.arraycopy(predictions, 0, both, imputations.length, predictions.length);
        return both;
    }

    private static float[] both(StudentNet net) {
        float[] imputations = net.imputations().toArray();
        float[] predictions = net.predictions().toArray();
        float[] both = Arrays.copyOf(imputations, 2 * imputations.length);
        System.arraycopy(predictions, 0, both, imputations.length, predictions.length);
        return both;
    }

    private static float[] firstHalf(float[] values) {
        return Arrays.copyOf(values, values.length / 2);
    }

    private static float[] secondHalf(float[] values) {
        return Arrays.copyOfRange(values, values.length / 2, values.length);
    }
}
