package io.hindsight.trainer.adapt;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.calibrate.Calibration;
import io.hindsight.trainer.calibrate.Errors;
import io.hindsight.trainer.calibrate.Rehearsal;
import io.hindsight.trainer.clean.CleaningReport;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.train.Checkpoints;
import io.hindsight.trainer.train.Frozen;
import io.hindsight.trainer.train.LaneSource;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopOptions;
import io.hindsight.trainer.train.LoopRunner;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.StudentShard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fits a group's bundle to a new site in several ways and keeps the one whose complete step errs
 * least at hidden cells of the validation part. The bundle as it is stays unless another one is
 * clearly better, and is the only one where there is too little to learn from.
 */
public final class Adapter {
    /** Another way must be better than the bundle as it is by so much. */
    private static final double WORTH = 0.005;

    /** Rounds of the anchor's fit: it begins near its end. */
    private static final int ROUNDS = 3;

    /** All parameters learn so much slower than heads alone. */
    private static final double SLOWLY = 0.1;

    private static final List<String> HEADS = List.of("predict.", "impute.");

    private final Bundle group;
    private final Site site;
    private final Learning learning;
    private final LoopRunner loops;

    public Adapter(
            Bundle group,
            Site site,
            Learning learning,
            Progress progress,
            Checkpoints checkpoints) {
        this.group = group;
        this.site = site;
        this.learning = learning;
        this.loops = new LoopRunner(learning.lanes().shards(), progress, checkpoints);
    }

    /**
     * What came of it.
     *
     * @param bundle of the group's shape and normalisation
     * @param outcome how the way that was taken was learnt; empty if no gradients were
     * @param notes sentences for the person who trains
     */
    public record Adapted(
            Bundle bundle,
            Adaptation adaptation,
            Optional<Loop.Outcome> outcome,
            CleaningReport cleaning,
            List<String> notes) {
        public Adapted {
            notes = List.copyOf(notes);
        }
    }

    /** A bundle that came out of one way. */
    private record Fitted(Way way, Bundle bundle, Optional<Loop.Outcome> outcome) {}

    /** Fits, chooses, and sets trust and spread, where the site's parts are long enough for it. */
    public Adapted adapt() {
        boolean learns = learns();
        Optional<Site.Parts> clean = learns ? Optional.of(site.parts()) : Optional.empty();
        Rehearsal rehearsal = clean.map(site::rehearsal).orElseGet(site::rehearsal);
        List<String> notes = new ArrayList<>();
        List<Fitted> fitted = new ArrayList<>();
        fitted.add(new Fitted(Way.AS_IS, group, Optional.empty()));
        CleaningReport cleaning = new CleaningReport(false, List.of());
        if (clean.isPresent()) {
            Site.Parts parts = clean.get();
            cleaning = parts.cleaning();
            notes.addAll(cleaning.sentences());
            if (group.spec().anchor().kind().isFilter()) {
                fitted.add(new Fitted(Way.ANCHOR, withAnchorOf(parts), Optional.empty()));
            }
            fitted.addAll(learnt(parts));
        } else {
            notes.add(tooLittle());
        }
        List<Errors> errors = fitted.stream().map(one -> rehearsal.errors(one.bundle())).toList();
        int best = best(errors);
        Fitted kept = fitted.get(best);
        List<Adaptation.Tried> tried = new ArrayList<>();
        for (int k = 0; k < errors.size(); k++) {
            Errors of = errors.get(k);
            tried.add(new Adaptation.Tried(fitted.get(k).way(), of.mae(), of.mse(), k == best));
        }
        Adaptation adaptation = new Adaptation(tried);
        if (fitted.size() > 1) {
            notes.add(adaptation.sentence());
        }
        kept.outcome().ifPresent(outcome -> notes.addAll(outcome.notes()));
        notes.add(
                learns
                        ? "trust and spread are set on the site's validation part"
                        : "trust and spread stay the group's");
        Bundle bundle = learns ? new Calibration(rehearsal).of(kept.bundle()) : kept.bundle();
        return new Adapted(bundle, adaptation, kept.outcome(), cleaning, notes);
    }

    private boolean learns() {
        return site.trainingSlots() >= learning.leastTrainingSlots() && site.decides();
    }

    private String tooLittle() {
        return String.format(
                Locale.ROOT,
                "the bundle is kept as it is: to learn of a site takes %,d slots with a value in"
                        + " its training part and %,d values a channel in its validation part, and"
                        + " there are %,d and %,d",
                learning.leastTrainingSlots(),
                Site.DECIDING_VALUES,
                site.trainingSlots(),
                site.validationValues());
    }

    /** The least of those that are clearly better than the first one. */
    private static int best(List<Errors> errors) {
        int best = 0;
        double least = (1 - WORTH) * errors.get(0).score();
        for (int k = 1; k < errors.size(); k++) {
            if (errors.get(k).score() < least) {
                least = errors.get(k).score();
                best = k;
            }
        }
        return best;
    }

    private Bundle withAnchorOf(Site.Parts parts) {
        StudentSpec spec = group.spec();
        AnchorNumbers numbers =
                AnchorNumbers.of(spec.anchor(), spec.channelCount(), group.numbers());
        AnchorFit fit = new AnchorFit(numbers, learning.ridge(), parts.training());
        for (int round = 0; round < ROUNDS; round++) {
            numbers = fit.round(numbers);
        }
        return with(numbers.parameters());
    }

    private List<Fitted> learnt(Site.Parts parts) {
        LaneSource training = new LaneSource(parts.training(), group::newAnchor);
        LaneSource validation = new LaneSource(parts.validation(), group::newAnchor);
        LoopOptions heads = learning.loop();
        LoopOptions all = heads.withLearningRate(SLOWLY * heads.learningRate());
        Predicate<String> ofHeads = name -> HEADS.stream().anyMatch(name::startsWith);
        return Stream.of(
                        learnt(Way.HEADS, heads, ofHeads, training, validation),
                        learnt(Way.ALL, all, name -> true, training, validation))
                .toList();
    }

    private Fitted learnt(
            Way way,
            LoopOptions loop,
            Predicate<String> learns,
            LaneSource training,
            LaneSource validation) {
        Frozen frozen = Frozen.causal(group.spec(), group::newAnchor);
        try (Parameters parameters = student(loop.seed())) {
            Loop.Outcome outcome =
                    loops.run(
                            "site " + way,
                            loop,
                            learns,
                            shard ->
                                    new StudentShard(
                                            frozen,
                                            parameters.share(),
                                            training,
                                            validation,
                                            learning.lanes(),
                                            learning.objective(),
                                            shard));
            Map<String, float[]> learnt = new LinkedHashMap<>();
            for (Parameter parameter : parameters) {
                learnt.put(parameter.name(), parameter.rowMajor());
            }
            return new Fitted(way, with(learnt), Optional.of(outcome));
        }
    }

    /** The group's student, to learn on. */
    private Parameters student(long seed) {
        Parameters parameters = StudentNet.newParameters(group.spec(), seed);
        Map<String, float[]> numbers = group.numbers();
        for (Parameter parameter : parameters) {
            parameter.setRowMajor(numbers.get(parameter.name()));
        }
        return parameters;
    }

    private Bundle with(Map<String, float[]> numbers) {
        try {
            return group.withParameters(numbers);
        } catch (BundleException e) {
            throw new IllegalStateException("what was learnt of a site is not a bundle", e);
        }
    }
}
