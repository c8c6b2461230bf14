package io.hindsight.model.episode;

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
 *   <li>A number of readings in a row that do neither closes it.
 *   <li>After a time it is the new normal, and closes as that.
 *   <li>An alarm inside of it that is stronger than its peak, or on another channel, is an episode
 *       of its own: the first one closes, and the next one opens.
 * </ul>
 *
 * <p>A reading that could not be judged says nothing either way.
 */
public final class EpisodeTracker {
    /** One reading in a hundred scores as much. */
    static final float HOLDING_SCORE = 2;

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

    /** Takes the next reading in, and says which episodes it opens and closes. */
    public List<EpisodeChange> update(EpisodeState state, Moment moment) {
        if (!moment.alarm() && (!state.open || Float.isNaN(moment.score()))) {
            return List.of();
        }
        List<EpisodeChange> changes = new ArrayList<>(2);
        if (state.open && moment.alarm() && isAnother(state, moment)) {
            changes.add(end(state, EpisodeChange.Phase.CLOSED));
        }
        if (!state.open) {
            open(state, moment);
            changes.add(change(state, EpisodeChange.Phase.OPEN));
        } else if (isAnomalous(state, moment)) {
            goOn(state, moment);
            if (moment.eventTimeMillis() - state.startMillis >= newNormalMillis) {
                changes.add(end(state, EpisodeChange.Phase.NEW_NORMAL));
            }
        } else {
            state.quietReadings++;
            if (state.quietReadings >= quietReadingsToClose) {
                changes.add(end(state, EpisodeChange.Phase.CLOSED));
            }
        }
        return changes;
    }

    private static boolean isAnother(EpisodeState state, Moment moment) {
        return moment.channel() != state.peak.channel() || moment.score() > state.peak.score();
    }

    private static boolean isAnomalous(EpisodeState state, Moment moment) {
        if (moment.alarm() || moment.score() >= HOLDING_SCORE) {
            return true;
        }
        if (moment.ignored()[state.peak.channel()]) {
            return false;
        }
        double away = moment.observed()[state.peak.channel()] - state.expectedAtStart;
        double atPeak = state.peak.observed() - state.expectedAtStart;
        return away * Math.signum(atPeak) >= HOLDING_SHARE * Math.abs(atPeak);
    }

    private static void open(EpisodeState state, Moment moment) {
        state.open = true;
        state.startMillis = moment.eventTimeMillis();
        state.lastMillis = moment.eventTimeMillis();
        state.readings = 1;
        state.quietReadings = 0;
        state.peak = moment.peak();
        state.expectedAtStart = state.peak.expected();
    }

    private static void goOn(EpisodeState state, Moment moment) {
        state.lastMillis = moment.eventTimeMillis();
        state.readings++;
        state.quietReadings = 0;
        if (moment.score() > state.peak.score() && moment.channel() == state.peak.channel()) {
            state.peak = moment.peak();
        }
    }

    /** Ends the episode, if one is open: nothing more comes. */
    public List<EpisodeChange> close(EpisodeState state) {
        return state.open ? List.of(end(state, EpisodeChange.Phase.CLOSED)) : List.of();
    }

    private static EpisodeChange end(EpisodeState state, EpisodeChange.Phase phase) {
        state.open = false;
        return change(state, phase);
    }

    private static EpisodeChange change(EpisodeState state, EpisodeChange.Phase phase) {
        return new EpisodeChange(
                EpisodeChange.Kind.SURPRISE,
                phase,
                state.startMillis,
                state.lastMillis,
                state.readings,
                state.peak);
    }
}
