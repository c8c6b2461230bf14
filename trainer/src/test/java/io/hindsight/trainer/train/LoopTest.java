package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final WindowSource WINDOWS = Fixtures.windows(1, 4);

    @Test
    void leavesTheWeightsOfTheBestEpochAndStopsWhenPatienceIsOver() {
        try (Scripted shard = new Scripted(3.0, 1.0, 2.0, 2.5, 0.0)) {
            Loop.Outcome outcome = run(shard, 2);

            assertThat(outcome.epochs()).isEqualTo(4);
            assertThat(outcome.bestEpoch()).isEqualTo(2);
            assertThat(outcome.bestValidationLoss()).isEqualTo(1.0);
            assertThat(shard.weight()).isEqualTo(shard.weightsAtValidation.get(1));
        }
    }

    @Test
    void divergenceStopsWithTheEpochNamedAndKeepsTheLastGoodWeights() {
        try (Scripted shard = new Scripted(3.0, 2.0, Double.NaN, 1.0)) {
            Loop.Outcome outcome = run(shard, 5);

            assertThat(outcome.notes()).singleElement().asString().contains("student", "epoch 3");
            assertThat(outcome.bestEpoch()).isEqualTo(2);
            assertThat(shard.weight()).isEqualTo(shard.weightsAtValidation.get(1));
        }
    }

    private static Loop.Outcome run(Scripted shard, int patience) {
        LoopOptions options = new LoopOptions(5, 1, 0.01, 0, patience, 1, 1);
        return new Loop("student", List.of(shard), options).run(WINDOWS, WINDOWS, Progress.SILENT);
    }

    /** One weight that is always pushed up, and validation losses from a script. */
    private static final class Scripted implements Shard {
        private final Parameters parameters = Parameters.of(Stream.of(Parameter.zeros("w", 1, 1)));
        private final Queue<Double> losses = new ArrayDeque<>();
        private final List<Float> weightsAtValidation = new ArrayList<>();
        private int validations;

        Scripted(double... epochs) {
            for (double loss : epochs) {
                losses.add(loss);
            }
        }

        float weight() {
            return parameters.get("w").value().toArray()[0];
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public Counts draw(WindowSource source, SplittableRandom random, boolean learn) {
            return new Counts(1, 1);
        }

        @Override
        public double loss(Counts total, boolean learn) {
            Matrix gradient = parameters.get("w").gradient();
            gradient.fill(-1);
            if (learn) {
                return 1;
            }
            if (validations++ % Loop.VALIDATION_BATCHES == 0) {
                weightsAtValidation.add(weight());
            }
            boolean last = validations % Loop.VALIDATION_BATCHES == 0;
            return last ? losses.remove() : losses.element();
        }

        @Override
        public void close() {
            parameters.close();
        }
    }
}
