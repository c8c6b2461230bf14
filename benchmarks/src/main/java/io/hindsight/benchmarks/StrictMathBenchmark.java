package io.hindsight.benchmarks;

import io.hindsight.model.score.Surprise;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a step asks of {@link StrictMath}, one call at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class StrictMathBenchmark {
    private static final int CALLS = 64;

    private final float[] values = new float[CALLS];

    public StrictMathBenchmark() {
        Random random = new Random(4);
        for (int k = 0; k < CALLS; k++) {
            values[k] = 0.01f + random.nextFloat();
        }
    }

    /** A scale as an input. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double log() {
        double sum = 0;
        for (float value : values) {
            sum += StrictMath.log(value);
        }
        return sum;
    }

    /** A scale from an answer. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double exp() {
        double sum = 0;
        for (float value : values) {
            sum += StrictMath.exp(value);
        }
        return sum;
    }

    /** A channel's score. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double log10() {
        double sum = 0;
        for (float value : values) {
            sum += StrictMath.log10(value);
        }
        return sum;
    }

    /** A reading's score: a power, expm1, log1p and log10. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double reading() {
        double sum = 0;
        for (float value : values) {
            sum += Surprise.ofReading(value, 8);
        }
        return sum;
    }

    /** Calls of each of these methods in a step, as a mean over readings. */
    record Calls(double log, double exp, double log10, double reading) {

        /**
         * Each channel's prior scale is a logarithm and its prediction an exponential; a hole's
         * scale is one more logarithm, and where there is one, so is each imputation one more
         * exponential; what was seen is scored.
         */
        static Calls of(double[][] readings) {
            double[] sums = new double[4];
            for (double[] values : readings) {
                long seen = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
                long missing = values.length - seen;
                sums[0] += values.length + missing;
                sums[1] += missing == 0 ? values.length : 2 * values.length;
                sums[2] += seen;
                sums[3] += seen == 0 ? 0 : 1;
            }
            Arrays.setAll(sums, k -> sums[k] / readings.length);
            return new Calls(sums[0], sums[1], sums[2], sums[3]);
        }
    }
}
