package io.hindsight.trainer;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small made-up recordings: hourly waves that the channels share, with noise and holes. */
public final class Recordings {
    private static final long HOUR = 3_600_000;

    private Recordings() {}

    public static DataSet waves(int sensors, int slots, int channels, double holes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < sensors; s++) {
            double[][] values = new double[slots][channels];
            double level = 0;
            for (int t = 0; t < slots; t++) {
                level = 0.9 * level + random.nextDouble() - 0.5;
                for (int d = 0; d < channels; d++) {
                    double wave = 3 * Math.sin(2 * Math.PI * (t + 3 * s) / 24);
                    double noise = 0.1 * (random.nextDouble() - 0.5);
                    boolean hole = random.nextDouble() < holes;
                    values[t][d] = hole ? Double.NaN : 10 * d + (d + 1) * (wave + level) + noise;
                }
            }
            series.add(SensorSeries.of("sensor-" + s, 0, HOUR, values));
        }
        List<String> names = new ArrayList<>();
        for (int d = 0; d < channels; d++) {
            names.add("channel-" + d);
        }
        return new DataSet(names, HOUR, series);
    }
}
