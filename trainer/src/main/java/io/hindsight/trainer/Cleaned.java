package io.hindsight.trainer;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.clean.Cleaning;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;

/**
 * A training part's scale and its faults. Each needs the other: faults are found in units of the
 * scale, and a few gross ones, such as the −9999 of a broken sensor, can be most of a scale. Where
 * they are a good part of it, the scale is that of what is left, and faults are looked for again.
 */
record Cleaned(Statistics statistics, Cleaning cleaning) {
    private static final double GOOD_PART = 0.2;
    private static final int MOST_ROUNDS = 4;

    static Cleaned of(DataSet data, Split split, Season season) {
        Statistics statistics = Statistics.ofTraining(data, split);
        for (int round = 1; ; round++) {
            List<ZSeries> parts = parts(data, split, statistics.normaliser());
            Cleaning cleaning = Cleaning.of(data.channels(), season, parts);
            if (round == MOST_ROUNDS) {
                return new Cleaned(statistics, cleaning);
            }
            Statistics left = Statistics.ofTraining(data, split, cleaning.faults());
            if (statistics.mostBeyond(left) < GOOD_PART) {
                return new Cleaned(statistics, cleaning);
            }
            statistics = left;
        }
    }

    private static List<ZSeries> parts(DataSet data, Split split, Normaliser units) {
        return data.series().stream()
                .map(series -> new ZSeries(series, units, 0, split.trainEnd(series)))
                .toList();
    }
}
