package io.hindsight.model.episode;

/**
 * A judged reading, as episodes look at it. Arrays are [D], in the channels' own units, and are not
 * changed.
 *
 * @param alarm whether it raises an alarm of its own
 * @param score of what counts for alarms; NaN if it could not be told
 * @param channel the strangest that counts, −1 if none does
 * @param ignored channels that do not count
 * @param observed NaN is a hole
 * @param expected what was predicted
 * @param spread standard deviation of that
 */
@SuppressWarnings("ArrayRecordComponent")
public record Moment(
        long eventTimeMillis,
        boolean alarm,
        float score,
        int channel,
        boolean[] ignored,
        double[] observed,
        float[] expected,
        float[] spread) {

    Peak peak() {
        return new Peak(
                eventTimeMillis,
                score,
                channel,
                observed[channel],
                expected[channel],
                spread[channel]);
    }
}
