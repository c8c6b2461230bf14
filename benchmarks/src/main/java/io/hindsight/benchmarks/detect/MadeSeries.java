package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import io.hindsight.trainer.synthetic.SyntheticFamily;
import io.hindsight.trainer.synthetic.SyntheticGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Series of the synthetic families, to put events into. */
final class MadeSeries {
    private static final int ROWS = 5_000;
    private static final int SERIES_OF_FAMILY = 3;
    private static final long[] MINUTES = {5, 15, 30, 60};

    private MadeSeries() {}

    /** Some of each family of a group. */
    static List<QuietSeries> of(SyntheticGroup group, SplittableRandom random) {
        List<QuietSeries> series = new ArrayList<>();
        for (SyntheticFamily family : SyntheticFamily.of(group)) {
            for (int k = 0; k < SERIES_OF_FAMILY; k++) {
                series.add(one(family, random));
            }
        }
        return series;
    }

    /** Some of each family. */
    static List<QuietSeries> all(SplittableRandom random) {
        return Arrays.stream(SyntheticGroup.values())
                .flatMap(group -> of(group, random).stream())
                .toList();
    }

    private static QuietSeries one(SyntheticFamily family, SplittableRandom random) {
        Duration interval = Duration.ofMinutes(MINUTES[random.nextInt(MINUTES.length)]);
        boolean season = family.group() == SyntheticGroup.SEASON;
        return new QuietSeries(
                family.name(),
                family.values(ROWS, interval, random.split()),
                interval,
                season ? List.of(EventKind.values()) : EventKind.withoutSeason());
    }
}
