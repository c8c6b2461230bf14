package io.hindsight.trainer;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskMaker;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.teach.Teacher;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopOptions;
import io.hindsight.trainer.train.LossWeights;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.Shard;
import io.hindsight.trainer.train.StudentShard;
import io.hindsight.trainer.train.WindowOptions;
import io.hindsight.trainer.train.WindowSource;
import io.hindsight.trainer.train.ZSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a recording to a bundle: statistics, teacher, student, judgement, in this order. The same
 * data and options give the same bundle, on any number of threads.
 */
public final class Training {
    private static final double HIDDEN_TEST_SHARE = 0.1;

    private final DataSet data;
    private final Split split;
    private final TrainingOptions options;
    private final Progress progress;
    private final StudentSpec spec;
    private final WindowOptions window;
    private final LoopOptions loop;

    private Training(DataSet data, Split split, TrainingOptions options, Progress progress) {
        this.data = data;
        this.split = split;
        this.options = options;
        this.progress = progress;
        this.spec =
                new StudentSpec(
                        options.cell(),
                        options.hiddenSize(),
                        data.channels(),
                        Collections.nCopies(data.channels().size(), ""),
                        data.intervalMillis(),
                        options.periods().stream().map(Duration::toMillis).toList());
        this.window =
                new WindowOptions(
                        options.windowSteps(),
                        options.windows(),
                        TrainingOptions.SHARDS,
                        options.dropout());
        this.loop =
                new LoopOptions(
                        options.epochs(),
                        options.updatesPerEpoch(),
                        options.learningRate(),
                        options.weightDecay(),
                        options.patience(),
                        options.seed(),
                        options.threads());
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
        Blas.useCallingThreadAlone();
        return new Training(data, split, options, progress).run();
    }

    private Trained run() {
        long start = System.nanoTime();
        Statistics statistics = Statistics.ofTraining(data, split);
        Normaliser normaliser = statistics.normaliser();
        List<String> notes = new ArrayList<>(statistics.notes());
        WindowSource training = source(normaliser, true);
        WindowSource validation = source(normaliser, false);
        Optional<Teacher> teacher =
                options.teacherWeight() > 0
                        ? Optional.of(
                                new Teacher(
                                        spec, options.teacherHiddenSize(), window, options.seed()))
                        : Optional.empty();
        try (Parameters parameters = StudentNet.newParameters(spec, options.seed())) {
            Double teacherLoss = null;
            if (teacher.isPresent()) {
                Loop.Outcome taught =
                        teacher.get().train(training, validation, loop.halved(), progress);
                teacherLoss = taught.bestValidationLoss();
                notes.addAll(taught.notes());
            }
            Loop.Outcome outcome = trainStudent(parameters, teacher, training, validation);
            notes.addAll(outcome.notes());
            Bundle bundle = bundle(parameters, normaliser, outcome);
            return new Trained(
                    bundle,
                    new TrainingMetrics(
                            judge(bundle),
                            data.series().size(),
                            training.slots(),
                            outcome.epochs(),
                            outcome.bestEpoch(),
                            outcome.bestValidationLoss(),
                            teacherLoss,
                            parameters.count(),
                            options.seed(),
                            (System.nanoTime() - start) / 1e9,
                            notes));
        } finally {
            teacher.ifPresent(Teacher::close);
        }
    }

    private WindowSource source(Normaliser normaliser, boolean training) {
        List<ZSeries> parts = new ArrayList<>();
        for (SensorSeries series : data.series()) {
            int from = training ? 0 : split.trainEnd(series);
            int to = training ? split.trainEnd(series) : split.validateEnd(series);
            parts.add(new ZSeries(series, normaliser, from, to));
        }
        if (parts.stream().allMatch(ZSeries::isEmpty)) {
            throw new DataException(
                    "the data has no slot in the %s part"
                            .formatted(training ? "training" : "validation"));
        }
        return new WindowSource(parts, window.steps());
    }

    private Loop.Outcome trainStudent(
            Parameters parameters,
            Optional<Teacher> teacher,
            WindowSource training,
            WindowSource validation) {
        LossWeights weights =
                new LossWeights(1, options.predictionWeight(), options.teacherWeight());
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < window.shards(); s++) {
            shards.add(
                    new StudentShard(
                            spec,
                            parameters.share(),
                            window,
                            weights,
                            teacher.map(Teacher::guide)));
        }
        try {
            return new Loop("student", shards, loop).run(training, validation, progress);
        } finally {
            shards.forEach(Shard::close);
        }
    }

    private Bundle bundle(Parameters parameters, Normaliser normaliser, Loop.Outcome outcome) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            tensors.put(parameter.name(), parameter.rowMajor());
        }
        Map<String, String> notes =
                Map.of(
                        "seed",
                        Long.toString(options.seed()),
                        "best_epoch",
                        Integer.toString(outcome.bestEpoch()),
                        "validation_loss",
                        Double.toString(outcome.bestValidationLoss()));
        try {
            return Bundle.of(spec, normaliser, tensors, notes);
        } catch (BundleException e) {
            throw new IllegalStateException("what was trained is not a bundle", e);
        }
    }

    private Judgement judge(Bundle bundle) {
        HiddenCells hidden =
                new MaskMaker(data)
                        .hide(split.validateUntilMillis(), HIDDEN_TEST_SHARE, options.seed());
        return hidden.count() == 0 ? null : Judge.judge(bundle, data, hidden);
    }
}
