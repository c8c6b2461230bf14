package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            try (Scripted shard = new Scripted(3.0, 2.0, bad, 1.0)) {
                Loop.Outcome outcome = run(shard, 5);

                assertThat(outcome.notes())
                        .containsExactly(
                                "the student diverged in epoch 3: its loss is not a finite number;"
                                        + " the weights of epoch 2 are kept; look for values far out"
                                        + " of range in the data, or try another loss");
                assertThat(outcome.bestEpoch()).isEqualTo(2);
                assertThat(shard.weight()).isEqualTo(shard.weightsAtValidation.get(1));
            }
        }
    }

    @Test
    void divergenceInTheFirstEpochKeepsTheWeightsThatItBeganWith() {
        try (Scripted shard = new Scripted(1.0)) {
            shard.learningLoss = Double.NaN;

            Loop.Outcome outcome = run(shard, 5);

            assertThat(outcome.notes())
                    .containsExactly(
                            "the student diverged in epoch 1: its loss is not a finite number; the"
                                    + " weights that it began with are kept; look for values far out of"
                                    + " range in the data, or try another loss");
            assertThat(outcome.epochs()).isZero();
            assertThat(outcome.bestEpoch()).isZero();
            assertThat(shard.weight()).isZero();
        }
    }

    @Test
    void aDivergedLoopIsFinishedAndSaysSoAgainWithoutLearning() {
        Kept kept = new Kept();
        LoopOptions options = new LoopOptions(5, 1, VALIDATION_BATCHES, 0.01, 0, 9, 1, 1);
        Loop.Outcome first;
        float weight;
        try (Scripted shard = new Scripted(3.0, Double.NaN)) {
            first = new Loop("student", List.of(shard), options, kept).run(Progress.SILENT);
            weight = shard.weight();
        }
        try (Scripted shard = new Scripted()) {
            assertThat(new Loop("student", List.of(shard), options, kept).run(Progress.SILENT))
                    .isEqualTo(first);
            assertThat(shard.calls).isEmpty();
            assertThat(shard.weight()).isEqualTo(weight);
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

    @Test
    void aLoopThatWasKilledAfterAnyEpochEndsWithTheSameBits() {
        List<float[]> undisturbed = trained(2, 1);
        for (int killedAfter = 1; killedAfter <= 3; killedAfter++) {
            Kept kept = new Kept();
            int last = killedAfter;
            Progress killer =
                    epoch -> {
                        if (epoch.number() == last) {
                            throw new Killed();
                        }
                    };
            assertThatThrownBy(() -> student(1, 1, loop -> loop.run(killer), kept))
                    .isInstanceOf(Killed.class);

            List<Integer> epochs = new ArrayList<>();
            List<float[]> resumed =
                    student(2, 1, loop -> loop.run(epoch -> epochs.add(epoch.number())), kept);

            assertThat(resumed)
                    .as("killed after epoch %d", last)
                    .containsExactlyElementsOf(undisturbed);
            assertThat(epochs).hasSize(3 - last);
        }
    }

    @Test
    void aLoopInTwoPartsIsTheSameAsInOne() {
        AtomicReference<LoopState> half = new AtomicReference<>();
        student(
                1,
                1,
                loop -> half.set(loop.run(Progress.SILENT, Optional.empty(), 2)),
                Checkpoints.none());
        assertThat(half.get().epoch()).isEqualTo(2);
        assertThat(half.get().isFinished()).isFalse();

        List<float[]> whole =
                student(
                        1,
                        1,
                        loop -> loop.run(Progress.SILENT, Optional.of(half.get()), 3),
                        Checkpoints.none());

        assertThat(whole).containsExactlyElementsOf(trained(1, 1));
    }

    @Test
    void aForkGoesOnWithTheEpochsAndTheBestOfItsTrunk() {
        LoopOptions options = new LoopOptions(5, 1, VALIDATION_BATCHES, 0.01, 0, 2, 1, 1);
        LoopState trunk;
        try (Scripted shard = new Scripted(3.0, 1.0)) {
            trunk =
                    new Loop("trunk", List.of(shard), options)
                            .run(Progress.SILENT, Optional.empty(), 2);
        }
        try (Scripted shard = new Scripted(9.0, 8.0, 8.5)) {
            Loop.Outcome outcome =
                    new Loop("branch", List.of(shard), options)
                            .run(Progress.SILENT, Optional.of(trunk), 5)
                            .outcome();

            assertThat(outcome.bestEpoch()).isEqualTo(2);
            assertThat(outcome.bestValidationLoss()).isEqualTo(1.0);
            assertThat(outcome.epochs()).isEqualTo(4);
            assertThat(shard.calls)
                    .contains("epoch 3 of seed 1")
                    .doesNotContain("epoch 1 of seed 1");
        }
    }

    @Test
    void aForkPrefersItsOwnCheckpoint() {
        LoopOptions options = new LoopOptions(3, 1, VALIDATION_BATCHES, 0.01, 0, 9, 1, 1);
        Kept kept = new Kept();
        LoopState trunk;
        try (Scripted shard = new Scripted(3.0)) {
            trunk =
                    new Loop("trunk", List.of(shard), options, kept)
                            .run(Progress.SILENT, Optional.empty(), 1);
        }
        try (Scripted shard = new Scripted(2.0)) {
            new Loop("branch", List.of(shard), options, kept)
                    .run(Progress.SILENT, Optional.of(trunk), 2);
        }
        try (Scripted shard = new Scripted(1.0)) {
            new Loop("branch", List.of(shard), options, kept)
                    .run(Progress.SILENT, Optional.of(trunk), 3);

            assertThat(shard.calls).startsWith("epoch 3 of seed 1");
        }
        assertThat(kept.load("trunk").orElseThrow().epoch()).isEqualTo(1);
        assertThat(kept.load("branch").orElseThrow().isFinished()).isTrue();
    }

    @Test
    void theStateOfOtherParametersIsRefused() {
        LoopState state;
        LoopOptions options = new LoopOptions(3, 1, VALIDATION_BATCHES, 0.01, 0, 9, 1, 1);
        try (Scripted shard = new Scripted(3.0)) {
            state =
                    new Loop("trunk", List.of(shard), options)
                            .run(Progress.SILENT, Optional.empty(), 1);
        }
        assertThatThrownBy(
                        () ->
                                student(
                                        1,
                                        1,
                                        loop -> loop.run(Progress.SILENT, Optional.of(state), 3),
                                        Checkpoints.none()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("the state is of other parameters: names=[w], sizes=[1];");
    }

    /** The weights of a student that learned in three shards. */
    private static List<float[]> trained(int threads, long seed) {
        return student(threads, seed, loop -> loop.run(Progress.SILENT), Checkpoints.none());
    }

    private static List<float[]> student(
            int threads, long seed, Consumer<Loop> run, Checkpoints checkpoints) {
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
            try {
                run.accept(new Loop("student", shards, options, checkpoints));
                return parameters.copyValues();
            } finally {
                shards.forEach(Shard::close);
            }
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

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Checkpoints in memory. */
    private static final class Kept implements Checkpoints {
        private final Map<String, LoopState> states = new HashMap<>();

        @Override
        public Optional<LoopState> load(String network) {
            return Optional.ofNullable(states.get(network));
        }

        @Override
        public void save(String network, LoopState state) {
            states.put(network, state);
        }
    }

    /** One weight that is always pushed up, and validation losses from a script. */
    private static final class Scripted implements Shard {
        private final Parameters parameters = Parameters.of(Stream.of(Parameter.zeros("w", 1, 1)));
        private final Queue<Double> losses = new ArrayDeque<>();
        private final List<Float> weightsAtValidation = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
        private double learningLoss = 1;
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
                return learningLoss;
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
