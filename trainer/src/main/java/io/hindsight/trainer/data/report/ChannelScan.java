package io.hindsight.trainer.data.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts one channel's values and holes, slot by slot, sensor after sensor. */
final class ChannelScan {
    static final int FEW_VALUES = 10;

    private static final int[] LONGEST_OF_BUCKET = {1, 5, 24, 100, Integer.MAX_VALUE};
    private static final String[] BUCKETS = {"1", "2-5", "6-24", "25-100", ">100"};

    private final Set<Double> unlike = new HashSet<>();
    private final long[] runs = new long[BUCKETS.length];
    private long slots;
    private long values;
    private long zeros;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private double last = Double.NaN;
    private int equalRun;
    private int longestEqualRun;
    private int holeRun;
    private int longestHoleRun;

    /** The next slot's value, NaN for a hole. */
    void add(double value) {
        slots++;
        if (Double.isNaN(value)) {
            holeRun++;
            return;
        }
        endHole();
        values++;
        zeros += value == 0 ? 1 : 0;
        min = Math.min(min, value);
        max = Math.max(max, value);
        double change = value - mean;
        mean += change / values;
        squares += change * (value - mean);
        equalRun = value == last ? equalRun + 1 : 1;
        longestEqualRun = Math.max(longestEqualRun, equalRun);
        last = value;
        if (unlike.size() <= FEW_VALUES) {
            unlike.add(value == 0 ? 0.0 : value);
        }
    }

    /** No hole and no run goes on from one sensor to the next. */
    void endSensor() {
        endHole();
        last = Double.NaN;
    }

    private void endHole() {
        if (holeRun > 0) {
            longestHoleRun = Math.max(longestHoleRun, holeRun);
            int bucket = 0;
            while (holeRun > LONGEST_OF_BUCKET[bucket]) {
                bucket++;
            }
            runs[bucket]++;
            holeRun = 0;
        }
    }

    long holes() {
        return slots - values;
    }

    ChannelReport report(String channel, boolean given) {
        Map<String, Long> runsOfLength = new LinkedHashMap<>();
        for (int b = 0; b < BUCKETS.length; b++) {
            runsOfLength.put(BUCKETS[b], runs[b]);
        }
        boolean none = values == 0;
        return new ChannelReport(
                channel,
                given,
                slots,
                (double) values / slots,
                new HoleReport(holes(), (double) holes() / slots, longestHoleRun, runsOfLength),
                none ? null : min,
                none ? null : max,
                none ? null : mean,
                none ? null : Math.sqrt(squares / values),
                none ? null : (double) zeros / values,
                unlike.size() == 1,
                longestEqualRun,
                none || unlike.size() > FEW_VALUES ? null : unlike.size());
    }
}
