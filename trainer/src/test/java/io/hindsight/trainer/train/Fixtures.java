package io.hindsight.trainer.train;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import java.util.Collections;
import java.util.List;

/** A tiny student, and windows of a tiny recording with holes. */
public final class Fixtures {
    private static final long DAY = 86_400_000;

    private Fixtures() {}

    public static StudentSpec spec(CellKind cell, int hidden, int channels) {
        DataSet data = Recordings.waves(1, 2, channels, 0, 1);
        return new StudentSpec(
                cell,
                hidden,
                data.channels(),
                Collections.nCopies(channels, ""),
                data.intervalMillis(),
                List.of(DAY));
    }

    public static WindowSource windows(int channels, int steps) {
        DataSet data = Recordings.waves(2, 120, channels, 0.15, 7);
        Split split = new Split(80 * data.intervalMillis(), 100 * data.intervalMillis());
        Statistics statistics = Statistics.ofTraining(data, split);
        return new WindowSource(
                data.series().stream()
                        .map(s -> new ZSeries(s, statistics.normaliser(), 0, 80))
                        .toList(),
                steps);
    }
}
