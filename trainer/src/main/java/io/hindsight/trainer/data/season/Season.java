package io.hindsight.trainer.data.season;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A profile that comes again each period.
 *
 * @param slots of the period; rarely not whole
 * @param periodMillis the period; a time's phase is what is left of it by this
 * @param bins of a profile: one a slot, {@value #MOST_BINS} at most
 * @param cycles periods in the longest sensor's training part
 * @param strength the profile's share of the variance that is left without a moving mean over a
 *     period, mean over the channels
 * @param evidence standard deviations above what chance gives
 * @param channelStrengths the strength of each channel; 0 for one that never changes
 */
public record Season(
        double slots,
        long periodMillis,
        int bins,
        double cycles,
        double strength,
        double evidence,
        List<Double> channelStrengths) {
    public static final int MOST_BINS = 48;

    public Season {
        channelStrengths = List.copyOf(channelStrengths);
    }

    static int bins(double slots) {
        return (int) Math.min(MOST_BINS, slots + 1e-6);
    }

    /** Its period and strength, for people. */
    public String describe() {
        String count = String.format(Locale.ROOT, slots % 1 == 0 ? "%.0f" : "%.3f", slots);
        return String.format(
                Locale.ROOT,
                "%s slots (%s), %.0f%% of the variance within it, %.0f cycles",
                count,
                Duration.ofMillis(periodMillis),
                100 * strength,
                cycles);
    }
}
