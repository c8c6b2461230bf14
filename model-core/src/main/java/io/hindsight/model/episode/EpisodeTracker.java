package io.hindsight.model.episode;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Groups anomalous readings into episodes: the first one opens an episode at once, and a number of
 * readings in a row below the threshold closes it. A reading that could not be scored says nothing
 * either way.
 */
public final class EpisodeTracker {
    private final float threshold;
    private final int quietReadingsToClose;

    /**
     * @param threshold score from which a reading is anomalous, −log10 of a probability
     * @param quietReadingsToClose readings in a row below it that close an episode, at least 1
     */
    public EpisodeTracker(float threshold, int quietReadingsToClose) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold must be positive: " + threshold);
        }
        if (quietReadingsToClose < 1) {
            throw new IllegalArgumentException(
                    "quietReadingsToClose must be at least 1: " + quietReadingsToClose);
        }
        this.threshold = threshold;
        this.quietReadingsToClose = quietReadingsToClose;
    }

    /**
     * Takes the next scored reading in.
     *
     * @param score its score, NaN if it has none
     * @param reading the reading as the peak that it would be; asked for when it may be one
     * @return the episode, if this reading opened or closed one
     */
    public Optional<EpisodeChange> update(EpisodeState state, float score, Supplier<Peak> reading) {
        if (Float.isNaN(score)) {
            return Optional.empty();
        }
        if (score < threshold) {
            return state.open ? quieten(state) : Optional.empty();
        }
        Peak here = reading.get();
        boolean opens = !state.open;
        if (opens) {
            state.open = true;
            state.startMillis = here.eventTimeMillis();
            state.readings = 0;
            state.peak = here;
        }
        state.lastMillis = here.eventTimeMillis();
        state.readings++;
        state.quietReadings = 0;
        if (here.score() > state.peak.score()) {
            state.peak = here;
        }
        return opens ? Optional.of(change(state, EpisodeChange.Phase.OPEN)) : Optional.empty();
    }

    private Optional<EpisodeChange> quieten(EpisodeState state) {
        state.quietReadings++;
        return state.quietReadings < quietReadingsToClose ? Optional.empty() : close(state);
    }

    /** Ends the episode, if one is open: nothing more comes. */
    public Optional<EpisodeChange> close(EpisodeState state) {
        if (!state.open) {
            return Optional.empty();
        }
        state.open = false;
        return Optional.of(change(state, EpisodeChange.Phase.CLOSED));
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
