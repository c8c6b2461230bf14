package io.hindsight.schemas;

/**
 * What was found for one channel; NaN stands for what is absent.
 *
 * @param observed the value that was measured; NaN where it is missing
 * @param expected the prediction made before the reading was seen; NaN before the first model
 * @param spread standard deviation, of {@code imputed} where the channel is missing, of {@code
 *     expected} otherwise; NaN before the first model
 * @param imputed the value filled in where the channel is missing; NaN otherwise
 * @param score minus the base-10 logarithm of the tail probability; NaN where it was not scored
 */
public record ChannelResult(
        double observed, float expected, float spread, float imputed, float score) {}
