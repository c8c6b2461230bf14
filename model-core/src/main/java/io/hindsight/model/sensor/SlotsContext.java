package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import java.util.Optional;

/**
 * The context of a group, where its model takes one, from what was counted of each slot. A reading
 * that brings all channels along keeps them.
 */
public final class SlotsContext implements GivenContext {
    private final Slots slots;

    public SlotsContext(Slots slots) {
        this.slots = slots;
    }

    /** What was counted of the slots of a group. */
    @FunctionalInterface
    public interface Slots {
        /**
         * @return null where nothing is known
         */
        SlotContext at(ContextSpec spec, long slotMillis);
    }

    @Override
    public double[] complete(
            Bundle bundle, Past past, long number, long eventTimeMillis, double[] sent) {
        Optional<ContextSpec> context = bundle.context();
        if (context.isEmpty() || sent.length == bundle.spec().channelCount()) {
            return sent;
        }
        ContextSpec spec = context.get();
        long slot = spec.slotMillis(eventTimeMillis);
        double[] counted = counted(spec, past, number, slot, sent);
        return spec.widen(sent, counted, slots.at(spec, slot));
    }

    /** Of a sensor's readings in one slot the first counts. */
    private static double[] counted(
            ContextSpec spec, Past past, long number, long slot, double[] sent) {
        double[] counted = sent;
        for (long n = number - 1; n >= 0 && n > number - Past.READINGS; n--) {
            PastInput before = past.reading(n);
            if (before == null || spec.slotMillis(before.eventTimeMillis()) != slot) {
                break;
            }
            counted = before.values();
        }
        return counted;
    }

    @Override
    public boolean takes(Bundle bundle, int channels) {
        return channels == wanted(bundle) || channels == bundle.spec().channelCount();
    }

    @Override
    public int wanted(Bundle bundle) {
        return bundle.context().isPresent()
                ? bundle.sentChannels().size()
                : bundle.spec().channelCount();
    }

    @Override
    public long knownFromMillis(Bundle bundle, long eventTimeMillis) {
        return bundle.context()
                .map(spec -> spec.knownFromMillis(eventTimeMillis))
                .orElse(Long.MIN_VALUE);
    }
}
