package io.hindsight.benchmarks.detect;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Times and values of a series as it is read. */
final class SeriesColumns {
    private final LongStream.Builder times = LongStream.builder();
    private final DoubleStream.Builder values = DoubleStream.builder();

    void add(long epochMillis, double value) {
        times.add(epochMillis);
        values.add(value);
    }

    /** Once. */
    long[] epochMillis() {
        return times.build().toArray();
    }

    /** Once. */
    double[] values() {
        return values.build().toArray();
    }
}
