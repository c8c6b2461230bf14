package io.hindsight.trainer.data.report;

import java.util.Map;

/**
 * The holes of a channel, where a slot has no value.
 *
 * @param count slots without a value
 * @param share of all slots
 * @param longestRun slots of the longest hole
 * @param runs number of holes by their length in slots: {@code 1}, {@code 2-5}, {@code 6-24},
 *     {@code 25-100}, {@code >100}
 */
public record HoleReport(long count, double share, int longestRun, Map<String, Long> runs) {
    /** How many holes there are, of any length. */
    public long runCount() {
        return runs.values().stream().mapToLong(Long::longValue).sum();
    }
}
