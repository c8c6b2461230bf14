package io.hindsight.trainer.judge;

import java.time.Duration;

/** How many slots it takes until the calendar comes round: a day, or a week of daily slots. */
final class Season {
    private Season() {}

    /** At least 1, which is no season. */
    static int slots(long intervalMillis) {
        long day = Math.round(Duration.ofDays(1).toMillis() / (double) intervalMillis);
        long week = Math.round(Duration.ofDays(7).toMillis() / (double) intervalMillis);
        return Math.toIntExact(Math.max(1, day >= 2 ? day : week));
    }
}
