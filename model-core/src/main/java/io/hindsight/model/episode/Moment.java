package io.hindsight.model.episode;

/**
 * A judged reading, as episodes look at it. Arrays are [D], in the channels' own units, and are not
 * changed.
 *
 * @param alarm whether it raises an alarm of its own
 * @param score of what counts for alarms; NaN if it could not be told
 * @param channel the strangest that counts, −1 if none does
 * @param ignored channels that do not count
 * @param share of each channel in what is strange
 * @param observed NaN is a hole
 * @param expected what was predicted
 * @param spread standard deviation of that
 * @param beyond 1 where a channel was never so high, −1 where never so low, else 0
 * @param pastMillis how long the sensor has been seen
 */
@SuppressWarnings("ArrayRecordComponent")
public record Moment(
        long eventTimeMillis,
        boolean alarm,
        float score,
        int channel,
        boolean[] ignored,
        float[] share,
        double[] observed,
        float[] expected,
        float[] spread,
        byte[] beyond,
        long pastMillis) {
    /** A sensor that was seen for less has shown too little to say what it never was. */
    private static final long DAY_MILLIS = 86_400_000;

    int channels() {
        return observed.length;
    }

    Peak peak() {
        return new Peak(
                eventTimeMillis,
                score,
                channel,
                observed[channel],
                expected[channel],
                spread[channel],
                isRecord() ? pastMillis : 0);
    }

    private boolean isRecord() {
        boolean isHigh = !(observed[channel] < expected[channel]);
        return pastMillis >= DAY_MILLIS && beyond[channel] == (isHigh ? 1 : -1);
    }
}
