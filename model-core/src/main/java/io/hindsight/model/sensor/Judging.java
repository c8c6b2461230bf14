package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.normalise.SensorUnits;
import io.hindsight.model.score.Judgement;
import io.hindsight.model.score.Seen;
import io.hindsight.model.score.Watch;
import io.hindsight.model.score.Watcher;

/**
 * Judges a reading by the sensor's own past, from what the step expected of it. Owns scratch and
 * serves one thread; allocates nothing after construction.
 */
final class Judging {
    private final int answered;
    private final ChannelNames names;
    private final SensorUnits units;
    private final Watcher watcher;
    private final Seen seen;
    private final Judgement judgement;

    /**
     * @param seasonal whether the model knows a season
     */
    Judging(Bundle bundle, boolean seasonal) {
        answered = bundle.spec().answeredCount();
        names =
                new ChannelNames(
                        bundle.spec().channels().subList(0, answered),
                        bundle.spec().units().subList(0, answered));
        units = new SensorUnits(bundle.normaliser());
        watcher = new Watcher(answered, seasonal);
        seen = new Seen(answered);
        judgement = new Judgement(answered);
    }

    /** Of the channels that are judged. */
    ChannelNames names() {
        return names;
    }

    /** Of a sensor whose readings were not judged yet. */
    Watch newWatch() {
        return new Watch(answered);
    }

    /**
     * Brings what scores remember into other z units.
     *
     * @param own scale of the sensor under this model, null for none
     * @param theirs its scale under the other one, null for none
     */
    void carry(Watch watch, OwnScale own, Judging other, OwnScale theirs) {
        for (int d = 0; d < answered; d++) {
            watch.rescale(d, other.unit(theirs, d) / unit(own, d));
        }
    }

    private double unit(OwnScale own, int d) {
        return (float) units.widthFromZ(own, d, 1);
    }

    /**
     * Looks at a reading, at those of its channels that were scored.
     *
     * @param own scale of the sensor as it was before the reading, null for none
     * @param mean [D] of the prediction, in z units
     * @param usual [D] what the season lets expect, in z units
     * @param out with what was observed, expected and scored of each channel
     */
    void see(OwnScale own, float[] mean, float[] usual, StepResult out) {
        seen.eventTimeMillis = out.eventTimeMillis;
        for (int d = 0; d < answered; d++) {
            boolean isScored = !Float.isNaN(out.channelScore[d]);
            double z = isScored ? units.toZ(own, d, out.observed[d]) : Double.NaN;
            seen.observed[d] = out.observed[d];
            seen.expected[d] = out.expected[d];
            seen.deviates(d, z - mean[d], z - usual[d]);
        }
    }

    /**
     * Judges the reading that was seen last: its score, the shares of its channels, and whether it
     * raises an alarm. While the past cannot bear it, the score is that of the prediction alone,
     * limited.
     *
     * @param ignored channels [D] that neither raise an alarm nor prolong one
     * @param out of the same reading; a channel of it was scored
     * @return what counts for alarms, until the next one is judged
     */
    Judgement judge(
            Watch watch,
            double alarmsPerMonth,
            long intervalMillis,
            boolean[] ignored,
            StepResult out) {
        watcher.judge(watch, seen, alarmsPerMonth, intervalMillis, ignored, judgement);
        out.warming = judgement.warming;
        out.alarm = judgement.alarm;
        out.intervalMillis = judgement.intervalMillis;
        System.arraycopy(judgement.share, 0, out.share, 0, answered);
        for (int d = 0; d < answered; d++) {
            out.without[d] = (float) judgement.without[d];
        }
        out.score =
                judgement.warming > 0
                        ? Math.min(out.score, Watcher.HIGHEST_WHILE_WARMING)
                        : (float) judgement.score;
        return judgement;
    }
}
