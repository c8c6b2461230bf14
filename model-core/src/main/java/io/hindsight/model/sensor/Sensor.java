package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.episode.Peak;
import java.time.Instant;
import java.util.Optional;

/**
 * A sensor's life, reading by reading: which model acts, what becomes of its memory when another
 * one takes over, and the step itself. State and history belong to the caller, who keeps one of
 * each for every sensor; this class has none.
 *
 * <p>At a change of models the old memory means nothing to the new weights: the new student starts
 * from nothing and is led through the history, then takes the reading. The change costs no blind
 * spot. Kept inputs of another channel count are passed over; the slots of those that came last are
 * not stepped through as missed ones either.
 */
public final class Sensor {
    private final EpisodeTracker episodes;

    public Sensor(EpisodeTracker episodes) {
        this.episodes = episodes;
    }

    /**
     * Takes the next reading of a sensor.
     *
     * @param model the model that acts at this time, if there is one
     * @param values [N] in the channels' own units, NaN is a hole, else finite; kept, not copied
     */
    public Outcome accept(
            SensorState state,
            InputHistory history,
            Optional<Model> model,
            long eventTimeMillis,
            double[] values) {
        if (eventTimeMillis <= state.lastEventTimeMillis) {
            return new Outcome.Refused(
                    Outcome.Reason.OUT_OF_ORDER,
                    "eventTimeMillis",
                    "must be after the sensor's last reading, "
                            + Instant.ofEpochMilli(state.lastEventTimeMillis),
                    Instant.ofEpochMilli(eventTimeMillis).toString());
        }
        if (model.isEmpty()) {
            forget(state);
            keep(state, history, eventTimeMillis, values);
            return new Outcome.Waiting();
        }
        SensorStep step = model.get().step();
        if (values.length != step.spec().channelCount()) {
            return new Outcome.Refused(
                    Outcome.Reason.CHANNEL_COUNT,
                    "values",
                    "must have one value for each of the model's "
                            + step.spec().channelCount()
                            + " channels",
                    Integer.toString(values.length));
        }
        if (model.get().version() != state.modelVersion) {
            takeOver(state, history, model.get());
        }
        if (state.readings > 0) {
            step.skipMissedSlots(state.memory, state.lastEventTimeMillis, eventTimeMillis);
        }
        StepResult result = new StepResult(step.spec().answeredCount());
        step.step(state.memory, eventTimeMillis, values, result);
        keep(state, history, eventTimeMillis, values);
        Optional<EpisodeChange> change =
                episodes.update(state.episode, result.score, () -> peak(result));
        return new Outcome.Scored(state.modelVersion, result, change);
    }

    private static void takeOver(SensorState state, InputHistory history, Model model) {
        SensorStep step = model.step();
        state.modelVersion = model.version();
        state.memory = step.newMemory();
        long first = Math.max(0, state.readings - InputHistory.LENGTH);
        long lastMillis = Long.MIN_VALUE;
        for (long reading = first; reading < state.readings; reading++) {
            PastInput input = history.get(place(reading));
            if (input.values().length == step.spec().channelCount()) {
                if (lastMillis != Long.MIN_VALUE) {
                    step.skipMissedSlots(state.memory, lastMillis, input.eventTimeMillis());
                }
                step.remember(state.memory, input.eventTimeMillis(), input.values());
                lastMillis = input.eventTimeMillis();
            }
        }
    }

    /** Without a model a memory falls behind; the next model is led through the history again. */
    private static void forget(SensorState state) {
        state.modelVersion = 0;
        state.memory = null;
    }

    private static void keep(
            SensorState state, InputHistory history, long eventTimeMillis, double[] values) {
        history.put(place(state.readings), new PastInput(eventTimeMillis, values));
        state.readings++;
        state.lastEventTimeMillis = eventTimeMillis;
    }

    private static Peak peak(StepResult result) {
        int channel = result.strongestChannel();
        return new Peak(
                result.eventTimeMillis,
                result.score,
                channel,
                result.observed[channel],
                result.expected[channel],
                result.spread[channel]);
    }

    private static int place(long reading) {
        return (int) (reading % InputHistory.LENGTH);
    }
}
