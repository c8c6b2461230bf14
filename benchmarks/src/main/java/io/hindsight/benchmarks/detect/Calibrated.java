package io.hindsight.benchmarks.detect;

import io.hindsight.model.score.AlarmRates;
import io.hindsight.model.score.Detector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What sensors of a kind have in common: alarms a beat at each level and the tail of strengths, as
 * the mean over the sensors.
 */
final class Calibrated {
    /** What is read of each. */
    static final int ROWS = 9_000;

    private static final double FLOOR = 1e-7;
    private static final double HALF = 0.5;
    private static final double ALARMS_A_MONTH = 1;

    private final double[] alarms = new double[AlarmRates.LEVELS];
    private double[] tail = {};
    private int sensors;

    static Calibrated of(List<Supplier<SensorRun>> sensors) {
        Calibrated all = new Calibrated();
        sensors.forEach(one -> all.add(one.get()));
        return all;
    }

    private void add(SensorRun sensor) {
        Detector detector = sensor.through(ROWS, ALARMS_A_MONTH, (row, said) -> {});
        double[] measured = detector.measuredAlarms();
        for (int k = 0; k < alarms.length; k++) {
            alarms[k] += measured[k] * detector.readingsPerBeat();
        }
        double[] shares = detector.measuredTail();
        tail = tail.length == 0 ? new double[shares.length] : tail;
        for (int k = 0; k < shares.length; k++) {
            tail[k] += shares[k];
        }
        sensors++;
    }

    int sensors() {
        return sensors;
    }

    String alarms() {
        return line(Arrays.stream(alarms).map(sum -> Math.max(FLOOR, sum / sensors)).toArray());
    }

    /** Beyond the strongest that was seen each bin has half of the one before it. */
    String tail() {
        double[] shares = Arrays.stream(tail).map(sum -> sum / sensors).toArray();
        for (int k = 1; k < shares.length; k++) {
            shares[k] = Math.max(FLOOR, Math.max(shares[k], HALF * shares[k - 1]));
        }
        return line(shares);
    }

    private static String line(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3g", value))
                .collect(Collectors.joining(" "));
    }
}
