package io.hindsight.trainer.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How much data is enough.
 *
 * @param trainingSlots least slots with a value before the training part ends, over all sensors
 * @param validationSlots least slots with a value in the validation part
 */
public record Sufficient(int trainingSlots, int validationSlots) {
    private static final int NAMED_SENSORS = 5;

    /**
     * @return sentences for the person who trains, on sensors that nothing is learnt from
     * @throws DataException if a part has too little
     */
    public List<String> check(DataSet data, Split split) {
        long training = 0;
        long validation = 0;
        List<String> silent = new ArrayList<>();
        for (SensorSeries series : data.series()) {
            int trainEnd = split.trainEnd(series);
            long own = known(data, series, 0, trainEnd);
            training += own;
            validation += known(data, series, trainEnd, split.validateEnd(series));
            if (own == 0) {
                silent.add(series.sensor());
            }
        }
        require("training", training, trainingSlots, data.firstMillis(), split.trainUntilMillis());
        require(
                "validation",
                validation,
                validationSlots,
                split.trainUntilMillis(),
                split.validateUntilMillis());
        return silent.isEmpty() ? List.of() : List.of(sentence(silent));
    }

    private static void require(String part, long slots, long least, long from, long until) {
        if (slots < least) {
            throw new DataException(
                    ("the %s part, %s to %s, must have %,d slots with a value: %,d; record longer,"
                                    + " or move where it ends")
                            .formatted(
                                    part,
                                    Instant.ofEpochMilli(from),
                                    Instant.ofEpochMilli(until),
                                    least,
                                    slots));
        }
    }

    private static String sentence(List<String> silent) {
        String names = String.join(", ", silent.subList(0, Math.min(NAMED_SENSORS, silent.size())));
        String more =
                silent.size() > NAMED_SENSORS
                        ? " and %,d more".formatted(silent.size() - NAMED_SENSORS)
                        : "";
        return "nothing is learnt from sensors that have no value in the training part: "
                + names
                + more;
    }

    private static long known(DataSet data, SensorSeries series, int from, int to) {
        long known = 0;
        for (int t = from; t < to; t++) {
            boolean any = false;
            for (int d = 0; d < data.predicted().size() && !any; d++) {
                any = !Double.isNaN(series.value(t, d));
            }
            known += any ? 1 : 0;
        }
        return known;
    }
}
