package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.episode.Peak;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sensor's life, reading by reading: which model acts, what becomes of its memory when another
 * one takes over, and the step itself. State and history belong to the caller, who keeps one of
 * each for every sensor; this class has none.
 *
 * <p>At a change of models the memory stays where both remember the same way. Otherwise it means
 * nothing to the new weights: the new student starts from nothing and is led through the history,
 * then takes the reading. The change costs no blind spot. What is far longer than the history is
 * carried over through natural units, if the old model is still kept: what was counted of the
 * sensor's own scale where both have the same channels, and running profiles where they also have
 * the same season. When the history has been walked both are what they were, since they have seen
 * it before. Kept inputs of another channel count are passed over; the slots of those that came
 * last are not stepped through as missed ones either.
 */
public final class Sensor {
    private final EpisodeTracker episodes;

    public Sensor(EpisodeTracker episodes) {
        this.episodes = episodes;
    }

    /** Takes the next reading of a sensor, and revises nothing. */
    public Outcome accept(
            SensorState state,
            InputHistory history,
            Models models,
            long eventTimeMillis,
            double[] values) {
        return accept(state, history, models, Optional.empty(), eventTimeMillis, values);
    }

    /**
     * Takes the next reading of a sensor.
     *
     * @param models those of the sensor's group; one of them acts at this time, or none
     * @param gaps of this sensor, kept by a caller that wants revisions
     * @param values [N] in the channels' own units, NaN is a hole, else finite; kept, not copied
     */
    public Outcome accept(
            SensorState state,
            InputHistory history,
            Models models,
            Optional<OpenGaps> gaps,
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
        Optional<Model> model = models.activeAt(eventTimeMillis);
        if (model.isEmpty()) {
            forget(state);
            gaps.ifPresent(OpenGaps::forget);
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
            takeOver(state, history, models.ofVersion(state.modelVersion), model.get());
        }
        Optional<LookBack> lookBack = gaps.flatMap(open -> open.of(model.get()));
        if (state.readings > 0) {
            step.skipMissedSlots(
                    state.memory, state.lastEventTimeMillis, eventTimeMillis, lookBack);
        }
        StepResult result = new StepResult(step.spec().answeredCount());
        step.step(state.memory, eventTimeMillis, values, result);
        List<Revision> revisions =
                lookBack.map(open -> step.lookBack(state.memory, result, open)).orElse(List.of());
        keep(state, history, eventTimeMillis, values);
        Optional<EpisodeChange> change =
                episodes.update(state.episode, result.score, () -> peak(result));
        return new Outcome.Scored(state.modelVersion, result, change, revisions);
    }

    private static void takeOver(
            SensorState state, InputHistory history, Optional<Model> before, Model model) {
        SensorStep step = model.step();
        ModelMemory old = state.memory;
        Optional<SensorStep> other = before.map(Model::step).filter(last -> old != null);
        state.modelVersion = model.version();
        if (other.isPresent() && step.sharesMemoriesWith(other.get())) {
            return;
        }
        state.memory = step.newMemory();
        // A history that holds the whole past says all that the profiles could.
        Optional<SensorStep> source = other.filter(last -> state.readings > InputHistory.LENGTH);
        source.ifPresent(last -> step.carry(state.memory, last, old));
        lead(state, history, step);
        source.ifPresent(last -> step.carry(state.memory, last, old));
    }

    /** Leads a memory through the history. */
    private static void lead(SensorState state, InputHistory history, SensorStep step) {
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
