package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentMemory;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was trained is what runs: the net's batches and the bundle's step are one function. */
class HandOverTest {
    private static final int CHANNELS = 3;
    private static final int ANSWERED = 2;
    private static final int HIDDEN = 9;
    private static final int STEPS = 60;
    private static final int LANES = 2;

    private final float[] mean = new float[ANSWERED];
    private final float[] scale = new float[ANSWERED];
    private final AnchorView view = new AnchorView(CHANNELS);

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void theBundlesStepAnswersAsTheNetThatWasTrained(CellKind cell) throws BundleException {
        StudentSpec spec = Fixtures.spec(cell, HIDDEN, CHANNELS, 1);
        ZSeries series = Fixtures.parts(CHANNELS, 0, STEPS).get(0);
        AnchorFit fit = new AnchorFit(spec.anchor(), CHANNELS, 100, List.of(series));
        AnchorNumbers numbers = fit.round(fit.centre(new double[] {0.1, 0.3}));
        Batch batch = Batch.causal(spec, STEPS, LANES);
        LaneSource source = new LaneSource(List.of(series), numbers::newFilter);
        for (int lane = 0; lane < LANES; lane++) {
            SplittableRandom random = new SplittableRandom(6 + lane);
            new Lane(source, Frozen.causal(spec, numbers::newFilter), random).fill(batch, lane);
        }
        assertThat(batch.counts().hidden()).isPositive();

        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                StudentNet net = new StudentNet(spec, parameters, STEPS, LANES)) {
            Fixtures.shake(parameters, 5);
            net.forward(batch.inputs, batch.priors);
            Bundle bundle = handedOver(spec, numbers, parameters);
            Anchor anchor = bundle.newAnchor();
            Student student = bundle.newStudent();
            for (int lane = 0; lane < LANES; lane++) {
                AnchorMemory anchorMemory = anchor.newMemory();
                StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
                for (int t = 0; t < STEPS; t++) {
                    int cells = (t * LANES + lane) * ANSWERED;
                    long time = series.timeMillis(t);
                    float[] z = reading(batch, cells, series.z(t, ANSWERED));
                    anchor.predict(anchorMemory, time, view);
                    student.predict(memory, view, time, mean, scale);
                    assertAnswers(net.predictions(), batch.priorMean, batch.priorScale, cells);
                    anchor.observe(anchorMemory, time, z, view);
                    student.recur(memory, view, time, z);
                    student.impute(memory, view, mean, scale);
                    assertAnswers(net.imputations(), batch.mean, batch.scale, cells);
                }
            }
        }
    }

    private static Bundle handedOver(StudentSpec spec, AnchorNumbers numbers, Parameters parameters)
            throws BundleException {
        Map<String, float[]> values = new HashMap<>(numbers.parameters());
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), parameter.rowMajor());
        }
        Normaliser normaliser = new Normaliser(new double[] {0, 10, 20}, new double[] {2, 4, 6});
        return BundleCodec.read(BundleCodec.write(Bundle.of(spec, normaliser, values, Map.of())));
    }

    private static float[] reading(Batch batch, int cells, float given) {
        float[] z = new float[CHANNELS];
        for (int d = 0; d < ANSWERED; d++) {
            z[d] = batch.hidden[cells + d] ? Float.NaN : batch.truth[cells + d];
        }
        z[ANSWERED] = given;
        return z;
    }

    private void assertAnswers(Matrix head, float[] base, float[] unit, int cells) {
        float[] answers = head.toArray();
        for (int d = 0; d < ANSWERED; d++) {
            int at = 2 * cells + d;
            float reach = 1e-4f * Math.max(1, unit[cells + d]);
            assertThat(mean[d])
                    .as("mean of cell %d", cells + d)
                    .isCloseTo(base[cells + d] + unit[cells + d] * answers[at], within(reach));
            double logScale = Math.min(Math.max(answers[at + ANSWERED], -4), 4);
            assertThat((double) scale[d])
                    .as("scale of cell %d", cells + d)
                    .isCloseTo(unit[cells + d] * Math.exp(logScale), within(1e-4 * scale[d]));
        }
    }
}
