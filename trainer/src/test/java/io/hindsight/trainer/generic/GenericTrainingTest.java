package io.hindsight.trainer.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.GenericCodec;
import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.generic.GenericInputs;
import io.hindsight.model.generic.GenericNet;
import io.hindsight.model.generic.GenericViews;
import io.hindsight.model.generic.GenericWeights;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.nets.JudgeNet;
import io.hindsight.trainer.nets.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GenericTrainingTest {
    private static final GenericOptions SMALL = new GenericOptions(3, 4, GenericOptions.LANES);
    private static final int STEPS = 300;

    @Test
    void givesTheSameBytesForTheSameOptionsAndLearns() {
        List<String> lines = new ArrayList<>();
        GenericWeights first = new GenericTraining(SMALL).run(lines::add);
        GenericWeights second = new GenericTraining(SMALL).run(line -> {});

        assertThat(GenericCodec.write(second)).containsExactly(GenericCodec.write(first));
        assertThat(lines).hasSize(1).first().asString().startsWith("32 of 32 series");
        assertThat(first.tensor("event.weight")).doesNotContain(0);
    }

    @Test
    void isWhatTheShippedNetSaysThatItWasMadeBy() throws BundleException {
        assertThat(GenericCodec.origin(ShippedNet.file()))
                .isEqualTo(GenericOptions.usual(1).origin());
    }

    /** What is learned from is what will be computed: rows, cell and heads. */
    @Test
    void trainsTheNetThatAnswersLater() {
        MadeSeries series = new SeriesMaker(STEPS).quiet(new SplittableRandom(8));
        Examples examples = new Examples(series);
        GenericWeights weights = new GenericTraining(SMALL).run(line -> {});
        float[] logits = new float[STEPS];
        Blas.useCallingThreadAlone();
        try (Parameters parameters = JudgeNet.newParameters(4, 1);
                JudgeNet net = new JudgeNet(parameters, STEPS, 1)) {
            parameters.stream().forEach(p -> p.setRowMajor(weights.tensor(p.name())));
            net.forward(examples.inputs, examples.priors);
            net.readLogits(logits);
        }
        GenericViews views = new GenericViews(new GenericNet(weights), 1, 86_400_000L);
        for (int t = 0; t < STEPS; t++) {
            views.expect(series.epochMillis(t));
            views.take(series.value(t), Double.NaN);
            assertThat(views.logit()).as("row %d", t).isCloseTo(logits[t], within(1e-4));
        }
    }

    @Test
    void putsEventsAndUnsaidRowsWhereSomethingHappened() {
        SplittableRandom random = new SplittableRandom(1);
        int rows = 0;
        for (int k = 0; k < 12; k++) {
            MadeSeries series = new SeriesMaker(GenericOptions.ROWS).make(random.split());
            Examples examples = new Examples(series);
            for (int t = 0; t < examples.rows; t++) {
                int row = t;
                boolean within =
                        series.events().stream().anyMatch(e -> row >= e.begin() && row < e.end());
                assertThat(examples.events[t] == Examples.EVENT).as("row %d", t).isEqualTo(within);
                rows += within ? 1 : 0;
            }
            for (float input : examples.inputs) {
                assertThat(input).isFinite();
            }
            assertThat(examples.inputs).hasSize(examples.rows * GenericInputs.SIZE);
        }
        assertThat(rows).isPositive();
    }

    @Test
    void followsTheSlopesOfItsLoss() {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 200; k++) {
            float[] targets = new float[Examples.TARGETS];
            float[] answers = new float[GenericWeights.FORECASTS];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < answers.length; i++) {
                answers[i] = (float) random.nextGaussian();
            }
            float[] gradient = answers.clone();
            new JudgeLoss().forecast(gradient, 0, targets, 0);
            for (int i = 0; i < answers.length; i++) {
                double slope =
                        (cost(answers, i, 1e-2f, targets) - cost(answers, i, -1e-2f, targets))
                                / 2e-2;
                assertThat((double) gradient[i]).as("try %d", k).isCloseTo(slope, within(2e-3));
            }
        }
    }

    private static double cost(float[] answers, int at, float by, float[] targets) {
        float[] moved = answers.clone();
        moved[at] += by;
        JudgeLoss loss = new JudgeLoss();
        loss.forecast(moved, 0, targets, 0);
        return loss.forecastLoss();
    }
}
