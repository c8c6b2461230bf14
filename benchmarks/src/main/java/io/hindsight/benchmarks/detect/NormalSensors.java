package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.SyntheticFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Sensors of made series in which nothing happens, of one channel and of many. */
final class NormalSensors {
    private static final double LEAST_LOAD = 0.3;
    private static final double MOST_LOAD = 1.5;

    private NormalSensors() {}

    /** One of each family, interval and seed, made when it is asked for. */
    static List<Supplier<SensorRun>> ofOneChannel(int rows, List<Duration> intervals, int seeds) {
        List<Supplier<SensorRun>> sensors = new ArrayList<>();
        for (Duration interval : intervals) {
            for (int seed = 1; seed <= seeds; seed++) {
                for (SyntheticFamily family : SyntheticFamily.values()) {
                    long own = 31L * seed + family.name().hashCode();
                    sensors.add(
                            () -> {
                                SplittableRandom random = new SplittableRandom(own);
                                double[] values = family.values(rows, interval, random);
                                return new SensorRun(family.name(), interval, List.of(values));
                            });
                }
            }
        }
        return sensors;
    }

    /**
     * Channels of families drawn at random, all of which have something of one common factor, some
     * more and some less.
     */
    static List<Supplier<SensorRun>> ofManyChannels(
            int rows, List<Duration> intervals, int seeds, List<Integer> channels) {
        List<Supplier<SensorRun>> sensors = new ArrayList<>();
        for (Duration interval : intervals) {
            for (int seed = 1; seed <= seeds; seed++) {
                for (int count : channels) {
                    long own = 7_000L * seed + count;
                    sensors.add(() -> shared(rows, interval, count, new SplittableRandom(own)));
                }
            }
        }
        return sensors;
    }

    private static SensorRun shared(
            int rows, Duration interval, int count, SplittableRandom random) {
        double[] factor = drawn(rows, interval, random);
        List<double[]> channels = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            double[] values = drawn(rows, interval, random);
            double load =
                    random.nextDouble(LEAST_LOAD, MOST_LOAD) * (random.nextBoolean() ? 1 : -1);
            for (int row = 0; row < rows; row++) {
                values[row] += load * factor[row];
            }
            channels.add(values);
        }
        return new SensorRun(count + " channels", interval, channels);
    }

    /** A series of a family drawn at random, with mean 0 and deviation 1. */
    private static double[] drawn(int rows, Duration interval, SplittableRandom random) {
        SyntheticFamily[] families = SyntheticFamily.values();
        double[] values =
                families[random.nextInt(families.length)].values(rows, interval, random.split());
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        return Arrays.stream(values).map(x -> (x - mean) / deviation).toArray();
    }
}
