package io.hindsight.trainer;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sensors that send when they do, from a seed. */
public final class Irregular {
    public static final long PACE = 600_000;

    /** How fast what was seen loses its meaning. */
    private static final double TAU = 2.0 * PACE;

    private Irregular() {}

    /**
     * Ornstein-Uhlenbeck processes about 10·d, of deviation 1 + d, half of each common to all
     * channels of a sensor, at times that are exponentially apart.
     */
    public static DataSet processes(int sensors, int readings, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < sensors; s++) {
            long[] times = new long[readings];
            double[][] values = new double[readings][channels];
            double[] state = new double[channels + 1];
            long time = 0;
            for (int t = 0; t < readings; t++) {
                long step = 1 + (long) (-PACE / Math.log(2) * Math.log(1 - random.nextDouble()));
                time += step;
                times[t] = time;
                double kept = Math.exp(-step / TAU);
                for (int k = 0; k <= channels; k++) {
                    state[k] = kept * state[k] + Math.sqrt(1 - kept * kept) * random.nextGaussian();
                }
                for (int d = 0; d < channels; d++) {
                    double both = (state[d] + state[channels]) / Math.sqrt(2);
                    values[t][d] = 10 * d + (1 + d) * both;
                }
            }
            series.add(SensorSeries.irregular("sensor-" + s, times, PACE, values));
        }
        return new DataSet(names(channels), List.of(), 0, PACE, series);
    }

    /** The same values at times that are all one pace apart. */
    public static DataSet withoutTimes(DataSet data) {
        List<SensorSeries> series = new ArrayList<>();
        for (SensorSeries own : data.series()) {
            long[] times = new long[own.length()];
            double[][] values = new double[own.length()][own.channelCount()];
            for (int t = 0; t < times.length; t++) {
                times[t] = t * PACE;
                for (int d = 0; d < own.channelCount(); d++) {
                    values[t][d] = own.value(t, d);
                }
            }
            series.add(SensorSeries.irregular(own.sensor(), times, PACE, values));
        }
        return new DataSet(data.channels(), data.given(), 0, PACE, series);
    }

    private static List<String> names(int channels) {
        List<String> names = new ArrayList<>();
        for (int d = 0; d < channels; d++) {
            names.add("channel-" + d);
        }
        return names;
    }
}
