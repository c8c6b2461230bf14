package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentMemory;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was trained is what runs: the net's batches and the bundle's step are one function. */
class HandOverTest {
    private static final int CHANNELS = 3;
    private static final int HIDDEN = 9;
    private static final int STEPS = 60;
    private static final int WINDOWS = 2;
    private static final Normaliser NORMALISER =
            new Normaliser(new double[] {0, 10, 20}, new double[] {2, 4, 6});

    private final float[] mean = new float[CHANNELS];
    private final float[] scale = new float[CHANNELS];

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void theBundlesStepAnswersAsTheNetThatWasTrained(CellKind cell) throws BundleException {
        StudentSpec spec = Fixtures.spec(cell, HIDDEN, CHANNELS);
        DataSet data = Recordings.waves(3, STEPS, CHANNELS, 0.2, 4);
        Batch batch = new Batch(spec, STEPS, WINDOWS, false);
        WindowSource wholeSeries =
                new WindowSource(
                        data.series().stream()
                                .map(series -> new ZSeries(series, NORMALISER, 0, STEPS))
                                .toList(),
                        STEPS);
        wholeSeries.fill(batch, new SplittableRandom(6));
        assertThat(batch.counts().hidden()).isPositive();

        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                StudentNet net = new StudentNet(spec, parameters, STEPS, WINDOWS)) {
            Gradients.shake(parameters, 5);
            net.forward(batch.inputs(), batch.priors());
            Student student = handedOver(spec, parameters);

            for (int window = 0; window < WINDOWS; window++) {
                StudentMemory memory = new StudentMemory(HIDDEN, CHANNELS);
                for (int t = 0; t < STEPS; t++) {
                    int cells = (t * WINDOWS + window) * CHANNELS;
                    long time = t * spec.intervalMillis();
                    student.predict(memory, time, mean, scale);
                    assertAnswers(net.predictions(), batch.heldBefore(), cells);
                    student.recur(memory, time, reading(batch, cells));
                    student.impute(memory, mean, scale);
                    assertAnswers(net.imputations(), batch.held(), cells);
                }
            }
        }
    }

    private static Student handedOver(StudentSpec spec, Parameters parameters)
            throws BundleException {
        Map<String, float[]> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), parameter.rowMajor());
        }
        byte[] file = BundleCodec.write(Bundle.of(spec, NORMALISER, values, Map.of()));
        Bundle bundle = BundleCodec.read(file);
        return new Student(bundle.spec(), bundle.weights());
    }

    private static float[] reading(Batch batch, int cells) {
        float[] z = new float[CHANNELS];
        for (int d = 0; d < CHANNELS; d++) {
            z[d] = batch.isObserved(cells + d) ? batch.truth(cells + d) : Float.NaN;
        }
        return z;
    }

    private void assertAnswers(Matrix head, float[] base, int cells) {
        float[] answers = head.toArray();
        for (int d = 0; d < CHANNELS; d++) {
            int at = HeadLoss.meanIndex(cells + d, CHANNELS);
            assertThat(mean[d])
                    .as("mean of cell %d", cells + d)
                    .isCloseTo(base[cells + d] + answers[at], within(1e-4f));
            assertThat((double) scale[d])
                    .as("scale of cell %d", cells + d)
                    .isCloseTo(
                            Math.exp(HeadLoss.limitedLogScale(answers[at + CHANNELS])),
                            within(1e-4));
        }
    }
}
