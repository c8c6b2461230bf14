package io.hindsight.trainer.judge;

/**
 * What a method takes the cells of one series to be, in natural units. The judge asks for hidden
 * cells alone, slot by slot in the order of time.
 */
public interface Estimates {
    /** The estimate; of a cell that was seen, whatever the method likes. */
    double value(int slot, int channel);

    /** Whether the method says how far off it may be. */
    default boolean hasSpread() {
        return false;
    }

    /**
     * The value that the truth is below with this probability.
     *
     * @param p between 0 and 1, both excluded
     * @throws UnsupportedOperationException without a spread
     */
    default double quantile(int slot, int channel, double p) {
        throw new UnsupportedOperationException("these estimates have no spread");
    }

    /**
     * Estimates that are numbers alone.
     *
     * @param rows [slots][channels], not copied
     */
    static Estimates of(double[][] rows) {
        return (slot, channel) -> rows[slot][channel];
    }
}
