package io.hindsight.benchmarks.detect;

import java.util.List;

/**
 * What right and wrong alarms are worth to somebody. Rows that rightly do not alarm count nothing.
 *
 * @param truePositive a window that is found at its very begin
 * @param falsePositive an alarm far from all windows
 * @param falseNegative a window that is not found
 */
public record NabProfile(
        String name, double truePositive, double falsePositive, double falseNegative) {
    public static final NabProfile STANDARD = new NabProfile("standard", 1, 0.11, 1);
    public static final NabProfile LOW_FALSE_POSITIVES =
            new NabProfile("reward_low_FP_rate", 1, 0.22, 1);
    public static final NabProfile LOW_FALSE_NEGATIVES =
            new NabProfile("reward_low_FN_rate", 1, 0.11, 2);

    /** The three that NAB has. */
    public static final List<NabProfile> ALL =
            List.of(STANDARD, LOW_FALSE_POSITIVES, LOW_FALSE_NEGATIVES);
}
