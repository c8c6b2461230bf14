package io.hindsight.benchmarks.detect;

import java.time.Duration;
import java.util.List;

/** A made sensor in which nothing happens, whose readings come again and again. */
final class SteadySensor {
    static final Duration INTERVAL = Duration.ofMinutes(5);

    /** A fortnight, until it begins anew. */
    private static final int READINGS = 14 * 288;

    private final double[][] readings;
    private long next;

    SteadySensor(int channels) {
        SensorRun made =
                NormalSensors.ofManyChannels(READINGS, List.of(INTERVAL), 1, List.of(channels))
                        .get(0)
                        .get();
        readings = new double[READINGS][channels];
        for (int row = 0; row < READINGS; row++) {
            for (int j = 0; j < channels; j++) {
                readings[row][j] = made.channels.get(j)[row];
            }
        }
    }

    /** Leads the next readings through a detector. */
    double lead(int count, StreamDetector detector) {
        double said = 0;
        for (int k = 0; k < count; k++, next++) {
            double[] values = readings[(int) (next % READINGS)];
            said += detector.score(next * INTERVAL.toMillis(), values);
        }
        return said;
    }
}
