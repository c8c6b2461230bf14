package io.hindsight.trainer;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.HeldValues;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.anchor.BackwardFit;
import io.hindsight.trainer.anchor.BackwardNumbers;
import io.hindsight.trainer.calibrate.Calibration;
import io.hindsight.trainer.calibrate.Rehearsal;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskMaker;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.nets.TwoWayNet;
import io.hindsight.trainer.train.Frozen;
import io.hindsight.trainer.train.LaneOptions;
import io.hindsight.trainer.train.LaneSource;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopOptions;
import io.hindsight.trainer.train.Objective;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.Shard;
import io.hindsight.trainer.train.StudentShard;
import io.hindsight.trainer.train.TwoWayShard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * From a recording to a bundle: statistics, anchor, student, judgement, in this order. The same
 * data and options give the same bundle, on any number of threads.
 */
public final class Training {
    private static final double HIDDEN_TEST_SHARE = 0.1;

    private final DataSet data;
    private final Split split;
    private final TrainingOptions options;
    private final Progress progress;
    private final StudentSpec spec;

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
                        0,
                        Collections.nCopies(data.channels().size(), ""),
                        data.intervalMillis(),
                        options.periods().stream().map(Duration::toMillis).toList(),
                        anchorSpec(),
                        options.anchor() == AnchorKind.NONE ? 0 : options.backwardSize());
    }

    private AnchorSpec anchorSpec() {
        if (options.anchor() == AnchorKind.NONE) {
            return AnchorSpec.NONE;
        }
        return new AnchorSpec(
                options.anchor(),
                options.order(),
                options.form(),
                season(),
                options.rates().size());
    }

    private Season season() {
        long day = Duration.ofDays(1).toMillis();
        return new Season(day, (int) Math.min(48, day / data.intervalMillis()));
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
        List<ZSeries> training = parts(normaliser, true);
        List<ZSeries> validation = parts(normaliser, false);
        Optional<AnchorNumbers> anchor = fitAnchor(training);
        Optional<BackwardNumbers> backward = fitBackward(anchor, training);
        Supplier<Anchor> anchors =
                () ->
                        anchor.isPresent()
                                ? anchor.get().newFilter()
                                : new HeldValues(spec.channelCount());
        Frozen frozen = Frozen.causal(spec, anchors);
        try (Parameters parameters = StudentNet.newParameters(spec, options.seed())) {
            LaneSource source = new LaneSource(training, anchors);
            LaneSource fixed = new LaneSource(validation, anchors);
            Loop.Outcome outcome =
                    train(
                            "student",
                            options.epochs(),
                            lanes(),
                            (lanes, s) ->
                                    new StudentShard(
                                            frozen,
                                            parameters.share(),
                                            source,
                                            fixed,
                                            lanes,
                                            Objective.truth(
                                                    CellLoss.STUDENT_T, options.predictionWeight()),
                                            s));
            notes.addAll(outcome.notes());
            Map<String, float[]> tensors = tensors(parameters);
            anchor.ifPresent(numbers -> tensors.putAll(numbers.parameters()));
            if (backward.isPresent()) {
                StudentWeights weights =
                        bundle(spec.causal(), tensors, normaliser, outcome).studentWeights();
                tensors.putAll(backward.get().parameters());
                tensors.putAll(
                        trainReviser(
                                new Frozen(spec, anchors, backward, Optional.of(weights)),
                                source,
                                fixed));
            }
            Bundle bundle =
                    new Calibration(rehearsal()).of(bundle(spec, tensors, normaliser, outcome));
            return new Trained(
                    bundle,
                    new TrainingMetrics(
                            judge(bundle),
                            data.series().size(),
                            source.slots(),
                            outcome.epochs(),
                            outcome.bestEpoch(),
                            outcome.bestValidationLoss(),
                            null,
                            parameters.count(),
                            options.seed(),
                            (System.nanoTime() - start) / 1e9,
                            notes));
        }
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(
                data.series().stream()
                        .map(
                                series ->
                                        new Rehearsal.Part(
                                                series,
                                                split.trainEnd(series),
                                                split.validateEnd(series)))
                        .toList());
    }

    private Optional<AnchorNumbers> fitAnchor(List<ZSeries> training) {
        if (options.anchor() == AnchorKind.NONE) {
            return Optional.empty();
        }
        AnchorFit fit =
                new AnchorFit(spec.anchor(), spec.channelCount(), options.ridge(), training);
        double[] rates = options.rates().stream().mapToDouble(rate -> rate).toArray();
        List<AnchorNumbers> rounds = fit.rounds(rates, options.fitRounds());
        return Optional.of(rounds.get(rounds.size() - 1));
    }

    private Optional<BackwardNumbers> fitBackward(
            Optional<AnchorNumbers> anchor, List<ZSeries> training) {
        if (spec.backwardSize() == 0) {
            return Optional.empty();
        }
        return anchor.map(
                numbers ->
                        new BackwardFit(numbers, options.ridge(), training)
                                .fit(options.fitRounds()));
    }

    private List<ZSeries> parts(Normaliser normaliser, boolean training) {
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
        return parts;
    }

    private Map<String, float[]> trainReviser(
            Frozen frozen, LaneSource training, LaneSource validation) {
        try (Parameters parameters =
                TwoWayNet.newParameters(spec, options.backwardSize(), false, options.seed())) {
            train(
                    "reviser",
                    options.reviserEpochs(),
                    lanes(),
                    (lanes, s) ->
                            new TwoWayShard(
                                    frozen,
                                    parameters.share(),
                                    training,
                                    validation,
                                    lanes,
                                    false,
                                    s));
            return tensors(parameters);
        }
    }

    private LaneOptions lanes() {
        return new LaneOptions(
                options.steps(),
                options.lanes(),
                TrainingOptions.SHARDS,
                options.validationBatches(),
                options.dropout());
    }

    private Loop.Outcome train(
            String network,
            int epochs,
            LaneOptions lanes,
            BiFunction<LaneOptions, Integer, Shard> shardOf) {
        LoopOptions loop =
                new LoopOptions(
                        epochs,
                        options.updatesPerEpoch(),
                        options.validationBatches(),
                        options.learningRate(),
                        options.weightDecay(),
                        options.patience(),
                        options.seed(),
                        options.threads());
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < lanes.shards(); s++) {
            shards.add(shardOf.apply(lanes, s));
        }
        try {
            return new Loop(network, shards, loop).run(progress);
        } finally {
            shards.forEach(Shard::close);
        }
    }

    private static Map<String, float[]> tensors(Parameters parameters) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            tensors.put(parameter.name(), parameter.rowMajor());
        }
        return tensors;
    }

    private Bundle bundle(
            StudentSpec of,
            Map<String, float[]> tensors,
            Normaliser normaliser,
            Loop.Outcome outcome) {
        Map<String, String> notes =
                Map.of(
                        "seed",
                        Long.toString(options.seed()),
                        "best_epoch",
                        Integer.toString(outcome.bestEpoch()),
                        "validation_loss",
                        Double.toString(outcome.bestValidationLoss()));
        try {
            return Bundle.of(of, normaliser, tensors, notes);
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
