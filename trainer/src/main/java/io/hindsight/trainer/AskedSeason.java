package io.hindsight.trainer;

import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import java.time.Duration;

/** Whether a season that somebody wants is one that the data can have. */
final class AskedSeason {
    private static final int LEAST_SLOTS = 2;

    private AskedSeason() {}

    /**
     * @param season zero for none
     * @throws DataException if it is shorter than two slots, or longer than the training part
     */
    static void check(Duration season, DataSet data, Split split) {
        long interval = data.paceMillis();
        long end = Math.min(split.trainUntilMillis(), data.lastMillis() + interval);
        long training = Math.max(0, end - data.firstMillis());
        long period = season.toMillis();
        if (!season.isZero() && (period < LEAST_SLOTS * interval || period > training)) {
            throw new DataException(
                    "the season must be at least two slots, %s, and at most the training part, %s:"
                                    .formatted(
                                            Duration.ofMillis(LEAST_SLOTS * interval),
                                            Duration.ofMillis(training))
                            + " "
                            + season);
        }
    }
}
