package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.episode.SilenceTracker;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a sensor raises an alarm, and how long it lasts.
 *
 * @param perMonth alarms that a sensor may raise in 30 days of normal data, positive, at most
 *     {@link #MOST_PER_MONTH}
 * @param quietReadings in a row that close an episode, at least 1
 * @param newNormalAfter time after which what has changed is the new normal, positive
 * @param silenceSlots readings in a row that were due and did not come that raise an alarm, 1 to
 *     {@link Sensor#MOST_MISSED_SLOTS}
 */
public record AlarmRules(
        double perMonth, int quietReadings, Duration newNormalAfter, int silenceSlots)
        implements Serializable {
    /** What holds where nobody has said anything else. */
    public static final AlarmRules STANDARD = new AlarmRules(1, 6, Duration.ofDays(1), 3);

    /** More is no bound at all. */
    public static final double MOST_PER_MONTH = 1e6;

    public AlarmRules {
        if (!(perMonth > 0) || perMonth > MOST_PER_MONTH) {
            throw new IllegalArgumentException(
                    "perMonth must be above 0 and at most 1e6: " + perMonth);
        }
    }

    public EpisodeTracker newEpisodes() {
        return new EpisodeTracker(quietReadings, newNormalAfter.toMillis());
    }

    SilenceTracker newSilences() {
        return new SilenceTracker(silenceSlots, Sensor.MOST_MISSED_SLOTS);
    }
}
