package io.hindsight.trainer;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.trainer.adapt.Adapter;
import io.hindsight.trainer.adapt.Learning;
import io.hindsight.trainer.adapt.Site;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.train.Checkpoints;
import io.hindsight.trainer.train.Objective;
import io.hindsight.trainer.train.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * From a group's bundle and a new site's recording to the site's bundle. The same bundle, data and
 * options give the same bytes, on any number of threads.
 */
public final class SiteTraining {
    /** Weight of the group's anchor beside the site's data, in slots, if none is given. */
    private static final double RIDGE = 1_000;

    /** What is known already needs few epochs. */
    private static final int SHARE_OF_EPOCHS = 3;

    private SiteTraining() {}

    /** The default options of a site's training: fewer epochs. */
    public static TrainingOptionsBuilder builder() {
        TrainingOptions defaults = TrainingOptions.defaults();
        return TrainingOptions.builder().epochs(defaults.epochs() / SHARE_OF_EPOCHS);
    }

    /**
     * Fits a bundle to a site in the way that pays on the site's validation part.
     *
     * @param group its shape, normalisation and bounds stay
     * @param split any part may be empty
     * @param options of learning; those of a model's shape are the bundle's
     * @throws DataException if the data has not the bundle's channels or its interval
     */
    public static Trained fit(
            Bundle group,
            DataSet data,
            Split split,
            TrainingOptions options,
            Progress progress,
            Checkpoints checkpoints) {
        long start = System.nanoTime();
        Blas.useCallingThreadAlone();
        Site site = Site.of(group, data, split);
        Adapter.Adapted adapted =
                new Adapter(
                                group,
                                site,
                                learning(options, group.spec().channelCount()),
                                progress,
                                checkpoints)
                        .adapt();
        return new Trained(
                adapted.bundle(),
                new TrainingMetrics(
                        judge(adapted.bundle(), data, split, options),
                        data.series().size(),
                        site.trainingSlots(),
                        adapted.outcome().map(its -> its.epochs()).orElse(0),
                        adapted.outcome().map(its -> its.bestEpoch()).orElse(0),
                        adapted.outcome().map(its -> its.bestValidationLoss()).orElse(Double.NaN),
                        null,
                        parameters(group),
                        options.seed(),
                        (System.nanoTime() - start) / 1e9,
                        adapted.cleaning(),
                        List.of(),
                        List.of(),
                        adapted.notes(),
                        adapted.adaptation()));
    }

    private static Learning learning(TrainingOptions options, int channels) {
        return new Learning(
                options.loopOptions(options.epochs()),
                options.laneOptions(channels),
                Objective.truth(options.loss(), options.predictionWeight()),
                options.ridge().orElse(RIDGE));
    }

    /** Numbers that a student of this shape learns. */
    private static int parameters(Bundle bundle) {
        return Parameters.netShapes(bundle.spec()).values().stream()
                .mapToInt(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .sum();
    }

    private static Judgement judge(
            Bundle bundle, DataSet data, Split split, TrainingOptions options) {
        HiddenCells hidden = Training.hiddenOfTest(data, split, options);
        return hidden.count() == 0
                ? null
                : Judge.judge(bundle, data, hidden, split.trainUntilMillis());
    }
}
