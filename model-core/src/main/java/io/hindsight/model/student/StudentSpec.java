package io.hindsight.model.student;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.recurrent.CellKind;
import java.util.List;

/**
 * The shape of a model: everything about it but its numbers.
 *
 * @param cell the recurrent cell
 * @param hiddenSize H, units of the hidden state, 1 to {@value #LARGEST_HIDDEN_SIZE}
 * @param channels names of the N channels, in the order of a reading's values; distinct, not empty
 * @param given how many of the channels, the last ones, are seen but not answered for; below N
 * @param units unit of each channel, for people; an empty text where none is known
 * @param intervalMillis time from one slot to the next, 0 for an irregular sensor
 * @param periodsMillis the P calendar periods that are inputs, each positive
 * @param anchor the shape of what the student corrects
 * @param backwardSize G, units of the backward part, 0 for none; only on a filter of profiles
 * @param paceMillis the unit in which ages are counted: the interval of a regular sensor; of an
 *     irregular one the usual time between two readings, at least 1. Without slots a model has no
 *     filter and no backward part
 */
public record StudentSpec(
        CellKind cell,
        int hiddenSize,
        List<String> channels,
        int given,
        List<String> units,
        long intervalMillis,
        List<Long> periodsMillis,
        AnchorSpec anchor,
        int backwardSize,
        long paceMillis) {

    public static final int LARGEST_HIDDEN_SIZE = 1024;
    public static final int MOST_CHANNELS = 512;

    /** 400 days. */
    public static final long LONGEST_INTERVAL_MILLIS = 400L * 24 * 3_600_000;

    public static final int MOST_PERIODS = 16;
    public static final int LARGEST_COVARIANCE = 512;

    public StudentSpec {
        channels = List.copyOf(channels);
        units = List.copyOf(units);
        periodsMillis = List.copyOf(periodsMillis);
        require(
                hiddenSize >= 1 && hiddenSize <= LARGEST_HIDDEN_SIZE,
                "hiddenSize must be 1 to " + LARGEST_HIDDEN_SIZE + ": " + hiddenSize);
        require(
                !channels.isEmpty() && channels.size() <= MOST_CHANNELS,
                "channels must be 1 to " + MOST_CHANNELS + ": " + channels.size());
        require(
                channels.stream().distinct().count() == channels.size(),
                "channels must be distinct: " + channels);
        require(
                units.size() == channels.size(),
                "units must be one a channel: " + units.size() + " for " + channels.size());
        require(
                given >= 0 && given < channels.size(),
                "given channels must be fewer than all of them: " + given);
        require(
                intervalMillis >= 0 && intervalMillis <= LONGEST_INTERVAL_MILLIS,
                "intervalMillis must be 0 to " + LONGEST_INTERVAL_MILLIS + ": " + intervalMillis);
        require(
                periodsMillis.size() <= MOST_PERIODS,
                "periods must be at most " + MOST_PERIODS + ": " + periodsMillis.size());
        require(
                backwardSize >= 0 && backwardSize <= LARGEST_HIDDEN_SIZE,
                "backwardSize must be 0 to " + LARGEST_HIDDEN_SIZE + ": " + backwardSize);
        require(
                backwardSize == 0
                        || (anchor.kind().isFilter()
                                && anchor.order() * channels.size() <= LARGEST_COVARIANCE),
                "a backward part needs a filter, and order * channels of at most "
                        + LARGEST_COVARIANCE);
        require(
                anchor.covarianceSlots() * channels.size() <= LARGEST_COVARIANCE,
                "the filter's covariance must be at most "
                        + LARGEST_COVARIANCE
                        + " wide; of "
                        + channels.size()
                        + " channels take the cheap form");
        for (long period : periodsMillis) {
            require(period > 0, "periodsMillis must be positive: " + period);
        }
        if (intervalMillis > 0) {
            require(
                    paceMillis == intervalMillis,
                    "paceMillis of a regular sensor must be its interval: " + paceMillis);
        } else {
            requireWithoutSlots(anchor, paceMillis);
        }
    }

    private static void requireWithoutSlots(AnchorSpec anchor, long paceMillis) {
        require(
                paceMillis >= 1 && paceMillis <= LONGEST_INTERVAL_MILLIS,
                "paceMillis of an irregular sensor must be 1 to "
                        + LONGEST_INTERVAL_MILLIS
                        + ": "
                        + paceMillis);
        require(
                !anchor.kind().isFilter(),
                "anchor of an irregular sensor must be none or decay, since a filter counts slots: "
                        + anchor.kind().label());
    }

    /** A regular model. */
    public StudentSpec(
            CellKind cell,
            int hiddenSize,
            List<String> channels,
            int given,
            List<String> units,
            long intervalMillis,
            List<Long> periodsMillis,
            AnchorSpec anchor,
            int backwardSize) {
        this(
                cell,
                hiddenSize,
                channels,
                given,
                units,
                intervalMillis,
                periodsMillis,
                anchor,
                backwardSize,
                intervalMillis);
    }

    /** A regular model without a backward part. */
    public StudentSpec(
            CellKind cell,
            int hiddenSize,
            List<String> channels,
            int given,
            List<String> units,
            long intervalMillis,
            List<Long> periodsMillis,
            AnchorSpec anchor) {
        this(cell, hiddenSize, channels, given, units, intervalMillis, periodsMillis, anchor, 0);
    }

    /** A student of regular sensors, on held values, that answers for all of its channels. */
    public StudentSpec(
            CellKind cell,
            int hiddenSize,
            List<String> channels,
            List<String> units,
            long intervalMillis,
            List<Long> periodsMillis) {
        this(
                cell,
                hiddenSize,
                channels,
                0,
                units,
                intervalMillis,
                periodsMillis,
                AnchorSpec.NONE,
                0);
    }

    /** The same model without a backward part. */
    public StudentSpec causal() {
        return new StudentSpec(
                cell,
                hiddenSize,
                channels,
                given,
                units,
                intervalMillis,
                periodsMillis,
                anchor,
                0,
                paceMillis);
    }

    /** The same model of sensors without slots, whose readings come at this pace. */
    public StudentSpec irregular(long pace) {
        return new StudentSpec(
                cell,
                hiddenSize,
                channels,
                given,
                units,
                0,
                periodsMillis,
                anchor,
                backwardSize,
                pace);
    }

    /** Whether a sensor has slots: times at which its readings are due. */
    public boolean isRegular() {
        return intervalMillis > 0;
    }

    /** N. */
    public int channelCount() {
        return channels.size();
    }

    /** D: the channels that are predicted, scored and imputed, the first ones. */
    public int answeredCount() {
        return channels.size() - given;
    }

    /** 2P. */
    public int calendarSize() {
        return 2 * periodsMillis.size();
    }

    /** I = 6N + 2P: the recurrent layer's input row. */
    public int inputSize() {
        return 6 * channelCount() + calendarSize();
    }

    /** 4N + 2P: what is known of a slot before its values are seen, the hidden state aside. */
    public int priorSize() {
        return 4 * channelCount() + calendarSize();
    }

    /** 2D: what a head answers, a mean and a log scale for each channel. */
    public int answerSize() {
        return 2 * answeredCount();
    }

    /**
     * 4D: rows of the imputation head, for each channel μ, l, and the gate and the value it lets
     * in.
     */
    public int gatedHeadSize() {
        return 4 * answeredCount();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
