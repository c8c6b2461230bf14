package io.hindsight.benchmarks.detect;

/**
 * How well a detector alarmed at one threshold.
 *
 * @param score 100 is perfect, 0 is silence; it may be less. NaN without windows
 * @param threshold a row alarms if its score is as large; infinite if none alarms
 * @param found windows with an alarm in them
 * @param windows that can be found
 * @param falseAlarms rows that alarm and are in no window
 * @param rows that are scored, within windows and outside
 */
public record NabScore(
        double score, double threshold, int found, int windows, long falseAlarms, long rows) {
    /** Of the windows, those that are found; NaN without windows. */
    public double foundShare() {
        return windows == 0 ? Double.NaN : (double) found / windows;
    }

    public double falseAlarmsPerThousandRows() {
        return 1_000.0 * falseAlarms / rows;
    }
}
