package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;
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

/**
 * One step of a recurrent cell on eight inputs, in each of its forms. An invocation is a row of
 * steps, short enough that many of them pass without an interruption.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class CellBenchmark {
    static final int INPUTS = 8;
    private static final int ROWS = 64;

    @Param CellForm form;
    @Param CellKind cell;

    @Param({"32", "64", "128"})
    int hiddenSize;

    private CellForm.Step step;
    private float[][] inputs;
    private float[] h;
    private float[] c;

    @Setup
    public void prepare() {
        step = form.step(new Layer(cell, INPUTS, hiddenSize, 1));
        inputs = Layer.inputs(ROWS, INPUTS);
        h = new float[hiddenSize];
        c = new float[hiddenSize];
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] step() {
        for (float[] input : inputs) {
            step.step(input, h, c);
        }
        return h;
    }
}
