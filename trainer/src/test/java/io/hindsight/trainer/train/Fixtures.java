package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.anchor.BackwardFit;
import io.hindsight.trainer.anchor.BackwardNumbers;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A tiny student on a filter of two lags, and parts of a tiny recording with holes. */
public final class Fixtures {
    private static final long DAY = 86_400_000;

    private Fixtures() {}

    public static StudentSpec spec(CellKind cell, int hidden, int channels) {
        return spec(cell, hidden, channels, 0);
    }

    /** The last channels are given. */
    public static StudentSpec spec(CellKind cell, int hidden, int channels, int given) {
        DataSet data = Recordings.waves(1, 2, channels, 0, 1);
        return new StudentSpec(
                cell,
                hidden,
                data.channels(),
                given,
                Collections.nCopies(channels, ""),
                data.intervalMillis(),
                List.of(DAY),
                new AnchorSpec(AnchorKind.FILTER, 2, FilterForm.FULL, new Season(DAY, 24), 2));
    }

    /** The same part of two sensors' series. */
    public static List<ZSeries> parts(int channels, int from, int to) {
        DataSet data = Recordings.waves(2, 400, channels, 0.15, 7);
        Split split = new Split(300 * data.intervalMillis(), 400 * data.intervalMillis());
        Statistics statistics = Statistics.ofTraining(data, split);
        return data.series().stream()
                .map(series -> new ZSeries(series, statistics.normaliser(), from, to))
                .toList();
    }

    /** A fitted filter, as a supplier of ones for each thread. */
    public static Supplier<Anchor> anchors(StudentSpec spec) {
        int channels = spec.channelCount();
        AnchorFit fit = new AnchorFit(spec.anchor(), channels, 100, parts(channels, 0, 300));
        AnchorNumbers numbers = fit.round(fit.centre(new double[] {0.1, 0.3}));
        return numbers::newFilter;
    }

    /** The fitted filter's backward counterpart. */
    public static BackwardNumbers backward(StudentSpec spec) {
        int channels = spec.channelCount();
        List<ZSeries> parts = parts(channels, 0, 300);
        AnchorFit fit = new AnchorFit(spec.anchor(), channels, 100, parts);
        AnchorNumbers numbers = fit.round(fit.centre(new double[] {0.1, 0.3}));
        return new BackwardFit(numbers, 100, parts).fit(1);
    }

    /** Heads start at zero, where much of the gradient vanishes: moves every weight a little. */
    public static void shake(Parameters parameters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Parameter parameter : parameters) {
            float[] values = parameter.rowMajor();
            for (int k = 0; k < values.length; k++) {
                values[k] += (float) (0.3 * (random.nextDouble() - 0.5));
            }
            parameter.setRowMajor(values);
        }
    }
}
