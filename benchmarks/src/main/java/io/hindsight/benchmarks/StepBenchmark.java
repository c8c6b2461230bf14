package io.hindsight.benchmarks;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.student.StudentSpec;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.infra.Blackhole;

/** A whole reading of eight channels, a tenth of its values holes: normalise to impute. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class StepBenchmark {
    private static final int CHANNELS = 8;
    private static final int READINGS = 64;
    private static final long HOUR = 3_600_000L;

    @Param CellKind cell;

    @Param({"32", "64", "128"})
    int hiddenSize;

    private final double[][] readings = Slots.HOLES.readings(READINGS, CHANNELS);
    private final StepResult result = new StepResult(CHANNELS);
    private final Sensor sensor = new Sensor(new EpisodeTracker(6f, 3));
    private final SensorState state = new SensorState();
    private final InputHistory history = InputHistory.onHeap();
    private SensorStep step;
    private ModelMemory memory;
    private Models models;
    private long slot;

    @Setup
    public void prepare() throws BundleException {
        Bundle bundle = bundle();
        step = new SensorStep(bundle);
        memory = step.newMemory();
        models = Models.of(bundle);
    }

    /** The step with a result that is used again: it must not allocate. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public float step() {
        for (double[] values : readings) {
            slot++;
            step.step(memory, slot * HOUR, values, result);
        }
        return result.score;
    }

    /** The step as the job calls it: it allocates what it returns and what it keeps. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public void accept(Blackhole outcomes) {
        for (double[] values : readings) {
            slot++;
            outcomes.consume(sensor.accept(state, history, models, slot * HOUR, values));
        }
    }

    private Bundle bundle() throws BundleException {
        return DrawnBundle.of(
                new StudentSpec(
                        cell,
                        hiddenSize,
                        IntStream.range(0, CHANNELS).mapToObj(d -> "channel-" + d).toList(),
                        Collections.nCopies(CHANNELS, ""),
                        HOUR,
                        List.of(24 * HOUR, 168 * HOUR)));
    }
}
