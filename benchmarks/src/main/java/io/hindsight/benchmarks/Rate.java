package io.hindsight.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run of a {@link RatePipeline} came to.
 *
 * @param readingsPerSecond by the clock on the wall, with the start of the job
 * @param stepMicros processor time a reading of the thread that the step runs in: what else the
 *     machine does hardly shows in it; threads of RocksDB and of the collector are not in it
 */
record Rate(double readingsPerSecond, double stepMicros) {

    /** The median of each figure. */
    static Rate median(List<Rate> rounds) {
        return new Rate(median(rounds, Rate::readingsPerSecond), median(rounds, Rate::stepMicros));
    }

    private static double median(List<Rate> rounds, ToDoubleFunction<Rate> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
