package io.hindsight.trainer.clean;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was found in the training part.
 *
 * @param cleaned whether what was found is left out; too little of it changes nothing
 * @param channels in their order
 */
public record CleaningReport(boolean cleaned, List<Channel> channels) {
    public CleaningReport {
        channels = List.copyOf(channels);
    }

    /**
     * One channel, over all sensors.
     *
     * @param name of the channel
     * @param readings of the training part
     * @param spikes single readings far from what was expected
     * @param stuckRuns runs of equal readings
     * @param stuckReadings in these runs, but for the first one of each
     */
    public record Channel(
            String name, long readings, long spikes, long stuckRuns, long stuckReadings) {

        public long faults() {
            return spikes + stuckReadings;
        }

        private String sentence() {
            String spiked = counted(spikes, "spike");
            String stuck =
                    "%s (%s)"
                            .formatted(
                                    counted(stuckRuns, "stuck run"),
                                    counted(stuckReadings, "reading"));
            return "%s: %s %s left out of the training"
                    .formatted(
                            name,
                            spikes == 0
                                    ? stuck
                                    : stuckRuns == 0 ? spiked : spiked + " and " + stuck,
                            spikes + stuckRuns == 1 ? "is" : "are");
        }

        private static String counted(long count, String what) {
            return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
        }
    }

    /**
     * Sentences for the person who trains: one for each channel in which something is left out, or
     * that what was found is too little for that.
     */
    public List<String> sentences() {
        if (cleaned) {
            Stream<Channel> dirty = channels.stream().filter(one -> one.faults() > 0);
            return dirty.map(Channel::sentence).toList();
        }
        long spikes = channels.stream().mapToLong(Channel::spikes).sum();
        long runs = channels.stream().mapToLong(Channel::stuckRuns).sum();
        return spikes + runs == 0
                ? List.of()
                : List.of(
                        "%s and %s are under %s of the training part's readings: nothing is left out"
                                .formatted(
                                        Channel.counted(spikes, "spike"),
                                        Channel.counted(runs, "stuck run"),
                                        "0.2%"));
    }

    /** The largest share of a channel's readings that are spikes. */
    double mostSpikes() {
        return channels.stream()
                .mapToDouble(one -> (double) one.spikes() / Math.max(1, one.readings()))
                .max()
                .orElse(0);
    }

    /** Share of the readings that are faults. */
    public double share() {
        long faults = channels.stream().mapToLong(Channel::faults).sum();
        long readings = channels.stream().mapToLong(Channel::readings).sum();
        return (double) faults / Math.max(1, readings);
    }
}
