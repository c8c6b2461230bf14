package io.hindsight.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextSlotsTest {
    private static final ContextSpec SPEC = new ContextSpec(100, 0, 1, 1);
    private static final ContextSpec OTHER = new ContextSpec(100, 0, 1, 2);
    private static final Duration BOUND = Duration.ofSeconds(1);

    /** Every sensor has been everywhere. */
    private static final long PASSED = Long.MAX_VALUE;

    private static final long END = Long.MAX_VALUE;

    @Test
    void knowsTheSlotThatATimeBelongsTo() {
        ContextSlots slots = new ContextSlots(BOUND);
        slots.put(said("air", SPEC, 500, 1, 549, 7), PASSED);

        assertThat(slots.at("air", SPEC, 450)).contains(context(7));
        assertThat(slots.at("air", SPEC, 549)).contains(context(7));
        assertThat(slots.at("air", SPEC, 550)).isEmpty();
        assertThat(slots.at("air", OTHER, 500)).isEmpty();
        assertThat(slots.at("water", SPEC, 500)).isEmpty();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasSaidAndIsFoundByWhoHasNotSeenIt() {
        ContextSlots slots = new ContextSlots(BOUND);
        slots.put(said("air", SPEC, 500, 1, 549, 7), PASSED);
        slots.put(said("air", SPEC, 600, 1, 649, 8), PASSED);
        long none = slots.corrections("air", END);
        assertThat(slots.changedFrom("air", none, END)).isEqualTo(Long.MAX_VALUE);

        slots.put(said("air", SPEC, 600, 2, 700, 9), PASSED);
        long first = slots.corrections("air", END);
        slots.put(said("air", SPEC, 500, 2, 800, 10), PASSED);
        slots.put(said("air", SPEC, 600, 1, 649, 8), PASSED);

        assertThat(slots.at("air", SPEC, 500)).contains(context(10));
        assertThat(slots.at("air", SPEC, 600)).contains(context(9));
        assertThat(slots.changedFrom("air", none, END)).isEqualTo(450);
        assertThat(slots.changedFrom("air", first, END)).isEqualTo(450);
        assertThat(slots.changedFrom("air", slots.corrections("air", END), END))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(slots.corrections("air", 750)).as("others may be on their way").isEqualTo(700);
        assertThat(slots.changedFrom("air", none, 750)).isEqualTo(550);
        assertThat(slots.changedFrom("water", none, END)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void keepsASlotAsLongAsItMayBeAskedFor() {
        ContextSlots slots = new ContextSlots(BOUND);
        long kept = BOUND.toMillis() + ContextSlots.SLOTS_BEFORE * SPEC.intervalMillis();
        slots.put(said("air", SPEC, 0, 1, 49, 1), PASSED);
        slots.put(said("air", OTHER, 100, 1, 149, 2), PASSED);

        assertThat(slots.put(said("air", SPEC, kept, 1, kept + 49, 3), PASSED)).isEmpty();
        assertThat(slots.put(said("air", SPEC, kept + 200, 1, kept + 249, 4), PASSED))
                .containsExactlyInAnyOrder(new SlotId(0, SPEC), new SlotId(100, OTHER));
        assertThat(slots.at("air", SPEC, 0)).isEmpty();
        assertThat(slots.at("air", OTHER, 100)).isEmpty();
        assertThat(slots.at("air", SPEC, kept)).contains(context(3));
        assertThat(slots.put(said("water", SPEC, 0, 1, 49, 1), PASSED)).isEqualTo(List.of());
    }

    @Test
    void keepsASlotThatSensorsHaveYetToComeTo() {
        ContextSlots slots = new ContextSlots(BOUND);
        long far = 10 * (BOUND.toMillis() + ContextSlots.SLOTS_BEFORE * SPEC.intervalMillis());
        slots.put(said("air", SPEC, 0, 1, 49, 1), Long.MIN_VALUE);

        assertThat(slots.put(said("air", SPEC, far, 1, far + 49, 2), Long.MIN_VALUE)).isEmpty();
        assertThat(slots.put(said("air", SPEC, far, 1, far + 49, 2), 40)).isEmpty();
        assertThat(slots.at("air", SPEC, 0)).contains(context(1));
        assertThat(slots.put(said("air", SPEC, far, 1, far + 49, 2), far)).hasSize(1);
        assertThat(slots.at("air", SPEC, 0)).isEmpty();
    }

    private static GroupSlot said(
            String group, ContextSpec spec, long slot, int revision, long at, double value) {
        return new GroupSlot(group, new SlotId(slot, spec), revision, at, context(value));
    }

    private static SlotContext context(double value) {
        SlotContext context = new SlotContext(1);
        context.add(new double[] {value});
        return context;
    }
}
