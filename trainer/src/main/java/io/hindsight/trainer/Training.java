package io.hindsight.trainer;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import io.hindsight.trainer.anchor.BackwardFit;
import io.hindsight.trainer.anchor.BackwardNumbers;
import io.hindsight.trainer.calibrate.Calibration;
import io.hindsight.trainer.calibrate.OwnScaleChoice;
import io.hindsight.trainer.compare.Comparer;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.data.season.Seasons;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskMaker;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.train.Checkpoints;
import io.hindsight.trainer.train.Frozen;
import io.hindsight.trainer.train.LaneOptions;
import io.hindsight.trainer.train.LaneSource;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.SideBySide;
import io.hindsight.trainer.train.SideBySide.Who;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From a recording to a bundle, in this order: statistics and seasons, anchor and backward filter,
 * teacher, student, reviser, calibration, judgement. The same data and options give the same
 * bundle, on any number of threads.
 */
public final class Training {
    private static final double HIDDEN_TEST_SHARE = 0.1;

    private final DataSet recorded;
    private final TrainingOptions options;
    private final Progress progress;
    private final Checkpoints checkpoints;
    private final Ground ground;

    private Training(
            DataSet recorded,
            Split split,
            Seasons seasons,
            TrainingOptions options,
            Progress progress,
            Checkpoints checkpoints) {
        this.recorded = recorded;
        this.options = options;
        this.progress = progress;
        this.checkpoints = checkpoints;
        this.ground = new Ground(recorded, split, seasons, options);
    }

    /**
     * Trains a student.
     *
     * @param split the training part must have a value of each channel, the validation part a slot;
     *     the test part may be empty
     * @throws DataException if the data cannot be trained on
     */
    public static Trained train(
            DataSet data, Split split, TrainingOptions options, Progress progress) {
        return train(data, split, Seasons.find(data, split), options, progress, Checkpoints.none());
    }

    /**
     * Trains a student, going on from where an earlier training of the same data and options had
     * come to.
     *
     * @param seasons that {@link Seasons#find} found in this data and split
     * @throws DataException if the data cannot be trained on
     */
    public static Trained train(
            DataSet data,
            Split split,
            Seasons seasons,
            TrainingOptions options,
            Progress progress,
            Checkpoints checkpoints) {
        Blas.useCallingThreadAlone();
        return new Training(data, split, seasons, options, progress, checkpoints).run();
    }

    /** The cells of the test part that a training with these options judges its student by. */
    public static HiddenCells hiddenOfTest(DataSet data, Split split, TrainingOptions options) {
        return new MaskMaker(data)
                .hide(split.validateUntilMillis(), HIDDEN_TEST_SHARE, options.seed());
    }

    private Trained run() {
        long start = System.nanoTime();
        List<String> notes = new ArrayList<>(ground.notes());
        List<ZSeries> training = ground.training();
        List<ZSeries> validation = ground.validation();
        FittedAnchor anchor = FittedAnchor.of(ground, options);
        notes.addAll(anchor.notes());
        StudentSpec spec = ground.spec(anchor.spec());
        Optional<BackwardNumbers> backward = fitBackward(spec, anchor, training);
        Supplier<Anchor> anchors = anchor.anchors();
        LaneSource source = new LaneSource(training, anchors);
        LaneSource fixed = new LaneSource(validation, anchors);
        LaneOptions lanes = options.laneOptions(spec.channelCount());
        NetTraining nets = new NetTraining(options, lanes, source, fixed, progress, checkpoints);
        Frozen frozen = new Frozen(spec, anchors, backward, Optional.empty());
        Optional<Parameters> teacher = trainTeacher(nets, frozen, notes);
        try (Students students = Students.train(nets, frozen, teacher, options)) {
            notes.addAll(students.notes());
            Students.Way student = students.chosen();
            Map<String, float[]> tensors = NetTraining.tensors(student.parameters());
            tensors.putAll(anchor.parameters());
            Optional<Parameters> reviser = Optional.empty();
            Frozen finished = frozen;
            if (backward.isPresent()) {
                StudentWeights weights = bundle(spec.causal(), tensors, student).studentWeights();
                finished = new Frozen(spec, anchors, backward, Optional.of(weights));
                reviser = Optional.of(nets.newTwoWay(spec, false));
                notes.addAll(nets.reviser(finished, reviser.get()).notes());
                tensors.putAll(backward.get().parameters());
                tensors.putAll(NetTraining.tensors(reviser.get()));
            }
            Optional<Comparison> comparison =
                    backward.isPresent()
                            ? Optional.of(compare(nets, finished, students, reviser, teacher))
                            : Optional.empty();
            comparison.ifPresent(its -> notes.addAll(its.sentences()));
            reviser.ifPresent(Parameters::close);
            OwnScaleChoice scale =
                    OwnScaleChoice.of(
                            bundle(spec, tensors, student),
                            ground.rehearsal(),
                            ground.slotsOfSeason());
            notes.addAll(scale.notes());
            Bundle bundle = new Calibration(ground.rehearsal()).of(scale.chosen());
            return new Trained(
                    bundle,
                    new TrainingMetrics(
                            judge(bundle),
                            ground.data().series().size(),
                            source.slots(),
                            student.outcome().epochs(),
                            student.outcome().bestEpoch(),
                            student.loss(),
                            comparison.orElse(null),
                            student.parameters().count(),
                            options.seed(),
                            (System.nanoTime() - start) / 1e9,
                            ground.cleaning(),
                            anchor.candidates(),
                            students.ways(),
                            notes,
                            null));
        } finally {
            teacher.ifPresent(Parameters::close);
        }
    }

    private Optional<BackwardNumbers> fitBackward(
            StudentSpec spec, FittedAnchor anchor, List<ZSeries> training) {
        if (spec.backwardSize() == 0) {
            return Optional.empty();
        }
        return anchor.filter()
                .map(
                        of ->
                                new BackwardFit(of.numbers(), of.chosen().ridge(), training)
                                        .fit(of.rounds()));
    }

    private Optional<Parameters> trainTeacher(NetTraining nets, Frozen frozen, List<String> notes) {
        if (frozen.backward().isEmpty() || options.teacherEpochs() == 0) {
            return Optional.empty();
        }
        Parameters teacher = nets.newTwoWay(frozen.spec(), true);
        notes.addAll(nets.teacher(frozen, teacher).notes());
        return Optional.of(teacher);
    }

    private Comparison compare(
            NetTraining nets,
            Frozen frozen,
            Students students,
            Optional<Parameters> reviser,
            Optional<Parameters> teacher) {
        Map<Who, Parameters> all = new EnumMap<>(Who.class);
        all.put(Who.STUDENT, students.truth().parameters());
        students.taught().ifPresent(way -> all.put(Who.TAUGHT, way.parameters()));
        reviser.ifPresent(its -> all.put(Who.REVISER, its));
        teacher.ifPresent(its -> all.put(Who.TEACHER, its));
        List<ZSeries> test = ground.test();
        boolean untested = test.stream().allMatch(ZSeries::isEmpty);
        LaneSource source = new LaneSource(untested ? ground.validation() : test, frozen.anchors());
        return Comparer.compare(
                ground.data().predicted(),
                new SideBySide(frozen, source, nets.lanes(), all),
                students.hadTeacher());
    }

    private Bundle bundle(StudentSpec spec, Map<String, float[]> tensors, Students.Way student) {
        Map<String, String> notes =
                Map.of(
                        "seed",
                        Long.toString(options.seed()),
                        "best_epoch",
                        Integer.toString(student.outcome().bestEpoch()),
                        "validation_loss",
                        Double.toString(student.loss()));
        try {
            Bundle bundle = Bundle.of(spec, ground.normaliser(), ground.bounds(), tensors, notes);
            return bundle.context().isEmpty()
                    ? bundle
                    : bundle.withContextPhase(GroupContext.phaseMillis(ground.data()));
        } catch (BundleException e) {
            throw new IllegalStateException("what was trained is not a bundle", e);
        }
    }

    private Judgement judge(Bundle bundle) {
        HiddenCells hidden = hiddenOfTest(recorded, ground.split(), options);
        return hidden.count() == 0
                ? null
                : Judge.judge(bundle, recorded, hidden, ground.split().trainUntilMillis());
    }
}
