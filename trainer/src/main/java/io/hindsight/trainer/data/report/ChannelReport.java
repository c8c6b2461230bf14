package io.hindsight.trainer.data.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one channel looks like, of one sensor or over all of them. Figures of values are absent if
 * there is no value.
 *
 * @param channel its name
 * @param given seen but not predicted
 * @param slots of the sensors, with and without a value
 * @param presentShare share of the slots that have a value
 * @param holes the others
 * @param sd standard deviation
 * @param zeroShare share of the values that are exactly 0
 * @param constant there is no second value
 * @param longestEqualRun values in a row that are the same; holes between them do not break it
 * @param fewValues number of unlike values, absent if there are more than {@value
 *     ChannelScan#FEW_VALUES}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelReport(
        String channel,
        boolean given,
        long slots,
        double presentShare,
        HoleReport holes,
        Double min,
        Double max,
        Double mean,
        Double sd,
        Double zeroShare,
        boolean constant,
        int longestEqualRun,
        Integer fewValues) {}
