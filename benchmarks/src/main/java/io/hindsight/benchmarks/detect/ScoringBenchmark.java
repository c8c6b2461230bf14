package io.hindsight.benchmarks.detect;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A reading of a sensor with a past, judged by the scoring stage alone and by its peers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ScoringBenchmark {
    /** Two weeks: a forest's samples are full, and its store has come to most of its size. */
    static final int PAST = 4_000;

    private static final int READINGS = 64;

    /** A sensor with a past. */
    @State(Scope.Thread)
    public static class Life {
        @Param({"1", "8", "19"})
        int channels;

        @Param ScoringStage stage;

        private SteadySensor sensor;
        private StreamDetector detector;

        @Setup
        public void prepare() {
            sensor = new SteadySensor(channels);
            detector = stage.fresh(channels);
            sensor.lead(PAST, detector);
        }
    }

    @Benchmark
    @OperationsPerInvocation(READINGS)
    public double judge(Life life) {
        return life.sensor.lead(READINGS, life.detector);
    }
}
