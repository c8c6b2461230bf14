package io.hindsight.model.sensor;

import java.util.Optional;

/**
 * What becomes of a sensor's memory when another model takes over.
 *
 * <p>It stays where both remember the same way. Otherwise it means nothing to the new weights: the
 * new student starts from nothing and is led through the past. What is far longer than the past is
 * carried over through natural units, if the old model is still kept: what was counted of the
 * sensor's own scale where both have the same channels, and running profiles where they also have
 * the same season. When the past has been walked both are what they were, since they have seen it
 * before. Readings of another channel count are passed over; the slots of those that came last are
 * not stepped through as missed ones either. A gap that is open at a change of memories is not
 * revised.
 */
final class TakeOver {
    private TakeOver() {}

    /**
     * Lets a model take over before it takes a slot.
     *
     * @param before the model whose memory the state holds, if it is still kept
     */
    static void of(
            SensorState state,
            Past past,
            GivenContext context,
            Optional<Model> before,
            Model model) {
        SensorStep step = model.step();
        ModelMemory old = state.memory;
        Optional<SensorStep> other = before.map(Model::step).filter(last -> old != null);
        state.modelVersion = model.version();
        if (other.isPresent() && step.sharesMemoriesWith(other.get())) {
            return;
        }
        state.leaveGaps(step);
        state.memory = step.newMemory();
        // A past that is known as a whole says all that the profiles could.
        Optional<SensorStep> source = other.filter(last -> state.readings > Past.READINGS);
        source.ifPresent(last -> step.carry(state.memory, last, old));
        lead(state, past, context, model);
        source.ifPresent(last -> step.carry(state.memory, last, old));
        watchOn(state, other, old, step);
    }

    /** Scores go on where both models answer the same channels; else they start from nothing. */
    private static void watchOn(
            SensorState state, Optional<SensorStep> other, ModelMemory old, SensorStep step) {
        if (state.watch == null) {
            return;
        }
        if (other.filter(last -> step.answersSameAs(last)).isPresent()) {
            step.judging().carry(state.watch, state.memory.own, other.get().judging(), old.own);
        } else {
            state.watch = null;
        }
    }

    /** Leads a memory through the past. */
    private static void lead(SensorState state, Past past, GivenContext context, Model model) {
        SensorStep step = model.step();
        long interval = state.intervalMillis(model);
        long first = Math.max(0, state.readings - Past.READINGS);
        long lastMillis = Long.MIN_VALUE;
        for (long number = first; number < state.readings; number++) {
            PastInput input = past.reading(number);
            if (context.takes(model.bundle(), input.values().length)) {
                long time = input.eventTimeMillis();
                if (lastMillis != Long.MIN_VALUE) {
                    step.skipMissedSlots(state.memory, lastMillis, time, interval);
                }
                step.remember(
                        state.memory,
                        time,
                        context.complete(model.bundle(), past, number, time, input.values()));
                lastMillis = time;
            }
        }
        if (lastMillis != Long.MIN_VALUE && state.missed > 0) {
            long next = SensorStep.nextSlotMillis(state.lastSlotMillis, interval);
            step.skipMissedSlots(state.memory, lastMillis, next, interval);
        }
    }
}
