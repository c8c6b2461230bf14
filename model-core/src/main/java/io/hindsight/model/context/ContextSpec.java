package io.hindsight.model.context;

import java.util.Arrays;

/**
 * The shape of a group's context: the grid of its slots and which channels it is of. Slots are due
 * at phase + k · interval; a time belongs to the nearest one, halfway between two to the later one.
 *
 * @param intervalMillis from one slot to the next, 1 or more
 * @param phaseMillis where on the interval slots are due, 0 to below the interval
 * @param predicted D: the channels that it has means of, the first ones of a reading
 * @param sent channels that a reading has, without those of the context; D or more
 */
public record ContextSpec(long intervalMillis, long phaseMillis, int predicted, int sent) {

    public ContextSpec {
        require(intervalMillis >= 1, "a context's interval must be 1 ms or more", intervalMillis);
        require(
                phaseMillis >= 0 && phaseMillis < intervalMillis,
                "context_phase_ms must be 0 to below the interval of " + intervalMillis,
                phaseMillis);
        require(predicted >= 1, "predicted channels must be 1 or more", predicted);
        require(sent >= predicted, "sent channels must be " + predicted + " or more", sent);
    }

    private static void require(boolean holds, String rule, long found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + found);
        }
    }

    /** When the slot is due that a time belongs to. */
    public long slotMillis(long timeMillis) {
        long slot = Math.floorDiv(timeMillis - phaseMillis + intervalMillis / 2, intervalMillis);
        return phaseMillis + slot * intervalMillis;
    }

    /** The last time that belongs to a slot. */
    public long lastMillis(long slotMillis) {
        return slotMillis + intervalMillis - intervalMillis / 2 - 1;
    }

    /** Event time from which on all is known of the slot that a time belongs to. */
    public long knownFromMillis(long timeMillis) {
        return lastMillis(slotMillis(timeMillis));
    }

    /** Channels with those of the context. */
    public int width() {
        return sent + predicted + 1;
    }

    /** Whether these values are a reading that a context may count. */
    public boolean takes(double[] values) {
        return values.length == sent;
    }

    /**
     * A reading as the model takes it.
     *
     * @param values [sent]
     * @param counted that reading of the sensor which the slot has counted, null if none
     * @param slot what the slot has counted; null if nothing is known of it, which are holes
     */
    public double[] widen(double[] values, double[] counted, SlotContext slot) {
        double[] wide = Arrays.copyOf(values, width());
        if (slot == null) {
            Arrays.fill(wide, sent, wide.length, Double.NaN);
        } else {
            slot.writeOthers(counted, wide, sent);
        }
        return wide;
    }
}
