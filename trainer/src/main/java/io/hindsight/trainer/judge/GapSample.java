package io.hindsight.trainer.judge;

import java.util.List;

/**
 * One gap and how it was filled, with what came before and after it, in natural units.
 *
 * @param sensor whose gap it is
 * @param channel whose values were hidden
 * @param slots of the gap, one after the other without a value to see
 * @param mae mean absolute error of the causal step within it
 * @param rank the gap's place among the gaps of its channel that were looked at, the best filled
 *     one first
 * @param ranks how many gaps of its channel were looked at
 * @param moments slot by slot
 */
public record GapSample(
        String sensor,
        String channel,
        int slots,
        double mae,
        int rank,
        int ranks,
        List<Moment> moments) {
    public GapSample {
        moments = List.copyOf(moments);
    }

    /**
     * One slot.
     *
     * @param truth NaN where nobody knows it
     * @param seen whether the model saw it
     * @param ofGap whether it belongs to the gap
     * @param causal what was said at once; null where the model saw the truth or had no reading
     * @param revised what was said last; null as well for a model that never revises
     */
    public record Moment(
            long timeMillis, double truth, boolean seen, boolean ofGap, Fan causal, Fan revised) {}

    /** An estimate with its central 50 % and 90 % intervals. */
    public record Fan(double value, double low50, double high50, double low90, double high90) {
        static Fan of(Estimates estimates, int slot, int channel) {
            double value = estimates.value(slot, channel);
            return Double.isNaN(value)
                    ? null
                    : new Fan(
                            value,
                            estimates.quantile(slot, channel, 0.25),
                            estimates.quantile(slot, channel, 0.75),
                            estimates.quantile(slot, channel, 0.05),
                            estimates.quantile(slot, channel, 0.95));
        }
    }
}
