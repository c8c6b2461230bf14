package io.hindsight.model.episode;

import io.hindsight.model.episode.EpisodeChange.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups anomalous readings into episodes.
 *
 * <ul>
 *   <li>A reading that raises an alarm opens an episode at once.
 *   <li>It goes on while readings score {@value #HOLDING_SCORE} or more, or while the channel of
 *       its peak stays away from what was expected of it when the episode opened, by half of what
 *       it was at the peak: that has not ended, however used to it the sensor is.
 *   <li>A number of readings in a row that do neither closes it; fewer are part of it, so that what
 *       comes close behind is the same.
 *   <li>After a time, and {@value #LEAST_NEW_NORMAL_READINGS} readings, it is the new normal, and
 *       closes as that.
 *   <li>An alarm inside of it that is stronger than its peak, or on a channel that it is not about,
 *       is an episode of its own: the first one closes, and the next one opens.
 *   <li>It is told again while it goes on when its {@link Severity} rises, and when another channel
 *       is the strongest at a higher peak; not for every reading.
 * </ul>
 *
 * <p>A reading that could not be judged says nothing either way.
 */
public final class EpisodeTracker {
    /** One reading in a hundred scores as much. */
    static final float HOLDING_SCORE = 2;

    /** What fewer readings show is no habit yet, however rarely they come. */
    static final int LEAST_NEW_NORMAL_READINGS = 12;

    private static final double HOLDING_SHARE = 0.5;

    private final int quietReadingsToClose;
    private final long newNormalMillis;

    /**
     * @param quietReadingsToClose readings in a row that close an episode, at least 1
     * @param newNormalMillis time after which what has changed is the new normal, positive
     */
    public EpisodeTracker(int quietReadingsToClose, long newNormalMillis) {
        if (quietReadingsToClose < 1) {
            throw new IllegalArgumentException(
                    "quietReadingsToClose must be at least 1: " + quietReadingsToClose);
        }
        if (newNormalMillis < 1) {
            throw new IllegalArgumentException(
                    "newNormalMillis must be positive: " + newNormalMillis);
        }
        this.quietReadingsToClose = quietReadingsToClose;
        this.newNormalMillis = newNormalMillis;
    }

    /** Takes the next reading in, and says which episodes it opens, changes and closes. */
    public List<EpisodeChange> update(EpisodeState state, Moment moment, ChannelNames names) {
        if (!moment.alarm() && (!state.open || Float.isNaN(moment.score()))) {
            return List.of();
        }
        List<EpisodeChange> changes = new ArrayList<>(2);
        if (state.open && (!fits(state, moment) || (moment.alarm() && isAnother(state, moment)))) {
            changes.add(end(state, Phase.CLOSED, names));
        }
        if (state.open) {
            goOn(state, moment, names, changes);
        } else if (moment.alarm()) {
            open(state, moment);
            changes.add(tell(state, false, names));
        }
        return changes;
    }

    /** Whether the channels are those of the episode; another model may have others. */
    private static boolean fits(EpisodeState state, Moment moment) {
        if (state.peak.channel() >= moment.channels()) {
            return false;
        }
        if (state.traces.channels() != moment.channels()) {
            state.traces = state.traces.resized(moment.channels());
        }
        return true;
    }

    private static boolean isAnother(EpisodeState state, Moment moment) {
        return moment.score() > state.peak.score()
                || (moment.channel() != state.peak.channel()
                        && state.traces.share(moment.channel()) < ChannelTraces.LEAST_SHARE);
    }

    private void goOn(
            EpisodeState state, Moment moment, ChannelNames names, List<EpisodeChange> changes) {
        if (!isAnomalous(state, moment)) {
            state.quietReadings++;
            if (state.quietReadings >= quietReadingsToClose) {
                changes.add(end(state, Phase.CLOSED, names));
            }
            return;
        }
        state.lastMillis = moment.eventTimeMillis();
        state.readings++;
        state.quietReadings = 0;
        state.traces.add(moment);
        boolean isNews = isHigherPeak(state, moment) && rise(state, moment);
        if (isNewNormal(state)) {
            changes.add(end(state, Phase.NEW_NORMAL, names));
        } else if (isNews) {
            changes.add(tell(state, true, names));
        }
    }

    private static boolean isAnomalous(EpisodeState state, Moment moment) {
        if (moment.alarm() || moment.score() >= HOLDING_SCORE) {
            return true;
        }
        int channel = state.peak.channel();
        if (moment.ignored()[channel]) {
            return false;
        }
        double away = state.traces.fromStart(channel, moment.observed()[channel]);
        double atPeak = state.traces.fromStart(channel, state.peak.observed());
        return away * Math.signum(atPeak) >= HOLDING_SHARE * Math.abs(atPeak);
    }

    private static boolean isHigherPeak(EpisodeState state, Moment moment) {
        return moment.score() > state.peak.score() && moment.channel() >= 0;
    }

    /** Whether the higher peak is worth telling. */
    private static boolean rise(EpisodeState state, Moment moment) {
        Peak before = state.peak;
        state.peak = moment.peak();
        state.traces.setPeak(moment);
        return state.peak.channel() != before.channel()
                || state.peak.severity() != before.severity();
    }

    private boolean isNewNormal(EpisodeState state) {
        return state.lastMillis - state.startMillis >= newNormalMillis
                && state.readings >= LEAST_NEW_NORMAL_READINGS;
    }

    private static void open(EpisodeState state, Moment moment) {
        state.open = true;
        state.startMillis = moment.eventTimeMillis();
        state.lastMillis = moment.eventTimeMillis();
        state.readings = 1;
        state.quietReadings = 0;
        state.peak = moment.peak();
        state.traces = ChannelTraces.of(moment);
    }

    /** Ends the episode, if one is open: nothing more comes. */
    public List<EpisodeChange> close(EpisodeState state, ChannelNames names) {
        return state.open ? List.of(end(state, Phase.CLOSED, names)) : List.of();
    }

    private static EpisodeChange tell(EpisodeState state, boolean isUpdate, ChannelNames names) {
        state.told = state.episode();
        state.toldAsUpdate = isUpdate;
        return new EpisodeChange(isUpdate ? Phase.UPDATE : Phase.OPEN, state.told, names);
    }

    private static EpisodeChange end(EpisodeState state, Phase phase, ChannelNames names) {
        EpisodeChange change = new EpisodeChange(phase, state.episode(), names);
        state.open = false;
        state.traces = null;
        state.told = null;
        return change;
    }
}
