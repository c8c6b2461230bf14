package io.hindsight.console.compare;

import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.List;

/** What one version said, summed over the readings that both versions answered. */
public final class VersionSums {
    private final List<ChannelSums> channels = new ArrayList<>();
    private long scored;
    private double scores;
    private long alarms;

    /**
     * @param other the other version's answer: only what both predicted is compared
     */
    void add(Result result, Result other, float alarmScore) {
        if (!Float.isNaN(result.score()) && !Float.isNaN(other.score())) {
            scored++;
            scores += result.score();
            alarms += result.score() >= alarmScore ? 1 : 0;
        }
        int count = Math.min(result.channels().size(), other.channels().size());
        for (int d = 0; d < count; d++) {
            if (d == channels.size()) {
                channels.add(new ChannelSums());
            }
            if (isPredicted(result.channels().get(d)) && isPredicted(other.channels().get(d))) {
                channels.get(d).add(result.channels().get(d));
            }
        }
    }

    private static boolean isPredicted(ChannelResult channel) {
        return !Double.isNaN(channel.observed())
                && !Float.isNaN(channel.expected())
                && channel.spread() > 0;
    }

    /** By channel, in the group's order. */
    public List<ChannelSums> channels() {
        return List.copyOf(channels);
    }

    /** Mean score of the readings; NaN for none. */
    public double meanScore() {
        return scores / scored;
    }

    /** Readings whose score reached the alarm score. */
    public long alarms() {
        return alarms;
    }
}
