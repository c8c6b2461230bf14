package io.hindsight.trainer.data;

import java.time.Instant;

/**
 * Three parts of a recording by time: training before {@code trainUntilMillis}, validation before
 * {@code validateUntilMillis}, test from there on.
 */
public record Split(long trainUntilMillis, long validateUntilMillis) {
    private static final int LEAST_SLOTS = 10;
    private static final double TRAIN = 0.70;
    private static final double TRAIN_AND_VALIDATE = 0.85;

    public Split {
        if (trainUntilMillis >= validateUntilMillis) {
            throw new IllegalArgumentException(
                    "train-until must be before validate-until: train-until="
                            + Instant.ofEpochMilli(trainUntilMillis)
                            + ", validate-until="
                            + Instant.ofEpochMilli(validateUntilMillis));
        }
    }

    /**
     * The first 70 % of the time for training, the next 15 % for validation.
     *
     * @throws DataException if the data has too few slots for three parts
     */
    public static Split chronological(DataSet data) {
        long first = data.firstMillis();
        long pace = data.paceMillis();
        long slots = (data.lastMillis() - first) / pace + 1;
        if (slots < LEAST_SLOTS) {
            throw new DataException(
                    "the data must have %d slots to be split into three parts: %d; record longer"
                            .formatted(LEAST_SLOTS, slots));
        }
        return new Split(
                first + Math.round(TRAIN * slots) * pace,
                first + Math.round(TRAIN_AND_VALIDATE * slots) * pace);
    }

    /** The first slot of a series that is not for training. */
    public int trainEnd(SensorSeries series) {
        return clamp(series, trainUntilMillis);
    }

    /** The first slot of a series that is for testing. */
    public int validateEnd(SensorSeries series) {
        return clamp(series, validateUntilMillis);
    }

    private static int clamp(SensorSeries series, long millis) {
        return (int) Math.max(0, Math.min(series.length(), series.slotAt(millis)));
    }
}
