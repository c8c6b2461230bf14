package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final int VALIDATION_BATCHES = 3;

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
        LoopOptions options = new LoopOptions(5, 1, VALIDATION_BATCHES, 0.01, 0, patience, 1, 1);
        return new Loop("student", List.of(shard), options).run(Progress.SILENT);
    }

    @Test
    void theSameSeedGivesTheSameWeightsOnAnyNumberOfThreads() {
        List<float[]> first = trained(1, 1);
        for (int threads : new int[] {1, 2, 3}) {
            assertThat(trained(threads, 1))
                    .as("%d threads", threads)
                    .containsExactlyElementsOf(first);
        }
        assertThat(trained(1, 2).get(0)).isNotEqualTo(first.get(0));
    }

    /** The weights of a student that learned in three shards. */
    private static List<float[]> trained(int threads, long seed) {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, 6, 2);
        Supplier<Anchor> anchors = Fixtures.anchors(spec);
        LaneSource training = new LaneSource(Fixtures.parts(2, 0, 300), anchors);
        LaneSource validation = new LaneSource(Fixtures.parts(2, 300, 400), anchors);
        LaneOptions lanes = new LaneOptions(12, 6, 3, 2, 0.2);
        LoopOptions options = new LoopOptions(3, 5, 2, 0.01, 1e-3, 9, seed, threads);
        List<Shard> shards = new ArrayList<>();
        try (Parameters parameters = StudentNet.newParameters(spec, 3)) {
            for (int s = 0; s < 3; s++) {
                shards.add(
                        new StudentShard(
                                Frozen.causal(spec, anchors),
                                parameters.share(),
                                training,
                                validation,
                                lanes,
                                Objective.truth(CellLoss.STUDENT_T, 0.5),
                                s));
            }
            new Loop("student", shards, options).run(Progress.SILENT);
            shards.forEach(Shard::close);
            return parameters.copyValues();
        }
    }

    @Test
    void everyShardBeginsEachEpochAndTakesAllValidationBatchesInOrder() {
        try (Scripted shard = new Scripted(3.0, 2.0)) {
            LoopOptions options = new LoopOptions(2, 4, VALIDATION_BATCHES, 0.01, 0, 9, 17, 1);
            new Loop("student", List.of(shard), options).run(Progress.SILENT);
            List<String> epoch =
                    List.of(
                            "draw",
                            "draw",
                            "draw",
                            "draw",
                            "validate 0",
                            "validate 1",
                            "validate 2");
            List<String> expected = new ArrayList<>(List.of("epoch 1 of seed 17"));
            expected.addAll(epoch);
            expected.add("epoch 2 of seed 17");
            expected.addAll(epoch);
            assertThat(shard.calls).isEqualTo(expected);
        }
    }

    /** One weight that is always pushed up, and validation losses from a script. */
    private static final class Scripted implements Shard {
        private final Parameters parameters = Parameters.of(Stream.of(Parameter.zeros("w", 1, 1)));
        private final Queue<Double> losses = new ArrayDeque<>();
        private final List<Float> weightsAtValidation = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
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
        public void beginEpoch(long seed, int epoch) {
            calls.add("epoch " + epoch + " of seed " + seed);
        }

        @Override
        public Counts draw() {
            calls.add("draw");
            return new Counts(1, 1);
        }

        @Override
        public Counts drawValidation(int number) {
            calls.add("validate " + number);
            return new Counts(1, 1);
        }

        @Override
        public double loss(Counts total, boolean learn) {
            Matrix gradient = parameters.get("w").gradient();
            gradient.fill(-1);
            if (learn) {
                return 1;
            }
            if (validations++ % VALIDATION_BATCHES == 0) {
                weightsAtValidation.add(weight());
            }
            boolean last = validations % VALIDATION_BATCHES == 0;
            return last ? losses.remove() : losses.element();
        }

        @Override
        public void close() {
            parameters.close();
        }
    }
}
