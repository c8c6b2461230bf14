package io.hindsight.schemas;

/**
 * What was found for one channel; NaN stands for what is absent.
 *
 * @param observed the value that was measured; NaN where it is missing
 * @param expected the prediction made before the reading was seen; NaN before the first model
 * @param spread standard deviation, of {@code imputed} where the channel is missing, of {@code
 *     expected} otherwise; NaN before the first model
 * @param imputed the value filled in where the channel is missing; NaN otherwise
 * @param score minus the base-10 logarithm of the tail probability by its prediction alone; NaN
 *     where it was not scored
 * @param share of what is strange, 0 to 1; NaN where no reading was judged
 * @param without the reading's score, had this channel been as expected; NaN where it has none
 */
public record ChannelResult(
        double observed,
        float expected,
        float spread,
        float imputed,
        float score,
        float share,
        float without) {

    /** One that is no part of a reading that was judged. */
    public ChannelResult(
            double observed, float expected, float spread, float imputed, float score) {
        this(observed, expected, spread, imputed, score, Float.NaN, Float.NaN);
    }
}
