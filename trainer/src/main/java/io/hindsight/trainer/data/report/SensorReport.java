package io.hindsight.trainer.data.report;

import io.hindsight.trainer.data.Arrivals;
import java.util.List;

/**
 * What one sensor's series looks like.
 *
 * @param sensor its id
 * @param from the time of its first slot, ISO-8601
 * @param slots from its first reading to its last
 * @param presentShare share of the slots that have a reading
 * @param missingShare share of the cells, a slot's channels, that have no value
 * @param longestSilence slots in a row without a reading
 * @param arrivals how its readings came
 * @param channels one for each channel
 */
public record SensorReport(
        String sensor,
        String from,
        int slots,
        double presentShare,
        double missingShare,
        int longestSilence,
        Arrivals arrivals,
        List<ChannelReport> channels) {}
