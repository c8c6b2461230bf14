package io.hindsight.trainer;

import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.train.Frozen;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopState;
import io.hindsight.trainer.train.Objective;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trains the student by the truth and, where there is a teacher, by that too: most epochs by the
 * truth alone, from where it goes on in several ways. The one with the least validation loss, which
 * is by the truth in all of them, is the student; no teacher is one of the ways.
 */
final class Students implements AutoCloseable {
    /** Epochs by the truth alone, of all, before the ways part. */
    private static final double TRUNK = 3.0 / 4;

    /** Nats a cell that a teacher must gain on validation: seeds differ by as much. */
    private static final double WORTH = 0.005;

    /** Belief and state. */
    private static final double[][] SAYS = {{0.5, 0}, {0.5, 0.1}};

    private final Way truth;
    private final List<Way> taught;

    /**
     * A way of learning, and where it led.
     *
     * @param belief share of the loss under the teacher's belief
     * @param state weight of the distance from the teacher's backward state
     */
    record Way(double belief, double state, Parameters parameters, Loop.Outcome outcome) {
        double loss() {
            return outcome.bestValidationLoss();
        }

        private String describe() {
            return belief == 0
                    ? "the truth alone"
                    : String.format(
                            Locale.ROOT,
                            "%.0f%% of the loss by a teacher's belief%s",
                            100 * belief,
                            state == 0
                                    ? ""
                                    : String.format(
                                            Locale.ROOT, ", its state at weight %s", state));
        }
    }

    private Students(Way truth, List<Way> taught) {
        this.truth = truth;
        this.taught = List.copyOf(taught);
    }

    /**
     * @param frozen with a backward filter, if there is a teacher
     * @param teacher a finished one
     */
    static Students train(
            NetTraining nets,
            Frozen frozen,
            Optional<Parameters> teacher,
            TrainingOptions options) {
        Objective objective = Objective.truth(options.loss(), options.predictionWeight());
        Frozen causal = Frozen.causal(frozen.spec(), frozen.anchors());
        Parameters alone = nets.newStudent(frozen.spec(), teacher.isPresent());
        int all = options.epochs();
        int trunk = teacher.isPresent() ? (int) Math.round(TRUNK * all) : all;
        LoopState parting =
                nets.student(
                        "student",
                        causal,
                        alone,
                        Optional.empty(),
                        objective,
                        Optional.empty(),
                        trunk);
        if (teacher.isEmpty()) {
            return new Students(new Way(0, 0, alone, parting.outcome()), List.of());
        }
        LoopState end =
                nets.student(
                        "student by truth",
                        causal,
                        alone,
                        Optional.empty(),
                        objective,
                        Optional.of(parting),
                        all);
        List<Way> taught = new ArrayList<>();
        for (double[] say : SAYS) {
            Parameters parameters = nets.newStudent(frozen.spec(), true);
            LoopState state =
                    nets.student(
                            "student by teacher" + (say[1] > 0 ? " and state" : ""),
                            frozen,
                            parameters,
                            teacher,
                            objective.taught(say[0], say[1]),
                            Optional.of(parting),
                            all);
            taught.add(new Way(say[0], say[1], parameters, state.outcome()));
        }
        return new Students(new Way(0, 0, alone, end.outcome()), taught);
    }

    Way truth() {
        return truth;
    }

    /** The best of those that had a teacher. */
    Optional<Way> taught() {
        return taught.stream().reduce((a, b) -> b.loss() < a.loss() ? b : a);
    }

    Way chosen() {
        return taught().filter(this::pays).orElse(truth);
    }

    /** Whether the student had a teacher. */
    boolean hadTeacher() {
        return taught().filter(this::pays).isPresent();
    }

    private boolean pays(Way way) {
        return way.loss() < truth.loss() - WORTH;
    }

    /** All ways that were tried, the truth alone first. */
    List<LearntWay> ways() {
        Way chosen = chosen();
        return Stream.concat(Stream.of(truth), taught.stream())
                .map(
                        way ->
                                new LearntWay(
                                        way.belief(), way.state(), way.loss(), way.equals(chosen)))
                .toList();
    }

    /** Sentences for the person who trains. */
    List<String> notes() {
        Set<String> told = new LinkedHashSet<>(truth.outcome().notes());
        taught.forEach(way -> told.addAll(way.outcome().notes()));
        List<String> notes = new ArrayList<>(told);
        taught().ifPresent(
                        best ->
                                notes.add(
                                        String.format(
                                                Locale.ROOT,
                                                "distillation: validation loss %.4f by the truth"
                                                        + " alone, %.4f with a teacher (%s): %s",
                                                truth.loss(),
                                                best.loss(),
                                                best.describe(),
                                                pays(best)
                                                        ? "the taught student is taken"
                                                        : "it does not pay here, and is left out")));
        return notes;
    }

    @Override
    public void close() {
        truth.parameters().close();
        taught.forEach(way -> way.parameters().close());
    }
}
