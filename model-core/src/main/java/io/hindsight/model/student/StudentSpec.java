package io.hindsight.model.student;

import io.hindsight.model.recurrent.CellKind;
import java.util.List;

/**
 * The shape of a student: everything about it but its numbers.
 *
 * @param cell the recurrent cell
 * @param hiddenSize H, units of the hidden state, 1 to {@value #LARGEST_HIDDEN_SIZE}
 * @param channels names of the D channels, in the order of a reading's values; distinct, not empty
 * @param units unit of each channel, for people; an empty text where none is known
 * @param intervalMillis time from one slot to the next, 0 for an irregular sensor
 * @param periodsMillis the P calendar periods that are inputs, each positive
 */
public record StudentSpec(
        CellKind cell,
        int hiddenSize,
        List<String> channels,
        List<String> units,
        long intervalMillis,
        List<Long> periodsMillis) {

    public static final int LARGEST_HIDDEN_SIZE = 1024;
    public static final int MOST_CHANNELS = 512;
    public static final int MOST_PERIODS = 16;

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
        require(intervalMillis >= 0, "intervalMillis must not be negative: " + intervalMillis);
        require(
                periodsMillis.size() <= MOST_PERIODS,
                "periods must be at most " + MOST_PERIODS + ": " + periodsMillis.size());
        for (long period : periodsMillis) {
            require(period > 0, "periodsMillis must be positive: " + period);
        }
    }

    /** D. */
    public int channelCount() {
        return channels.size();
    }

    /** 2P. */
    public int calendarSize() {
        return 2 * periodsMillis.size();
    }

    /** I = 4D + 2P: the recurrent layer's input row. */
    public int inputSize() {
        return 4 * channelCount() + calendarSize();
    }

    /** 2D + 2P: what is known of a moment before its reading is seen, the hidden state aside. */
    public int priorSize() {
        return 2 * channelCount() + calendarSize();
    }

    /** 2D: what a head answers, a mean and a log scale for each channel. */
    public int answerSize() {
        return 2 * channelCount();
    }

    /**
     * 4D: rows of the imputation head, for each channel μ, l, and the gate and the value it lets
     * in.
     */
    public int gatedHeadSize() {
        return 4 * channelCount();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
