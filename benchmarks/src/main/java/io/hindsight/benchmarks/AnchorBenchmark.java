package io.hindsight.benchmarks;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.recurrent.RecurrentCell;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.series.Season;
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

/**
 * The step of what is trained by default, a student of {@value #HIDDEN_SIZE} units that corrects a
 * filter, beside its filter alone and beside an LSTM of the same size alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class AnchorBenchmark {
    static final int HIDDEN_SIZE = 48;
    static final int BACKWARD_SIZE = 32;
    static final int ORDER = 3;
    static final int RATES = 2;
    static final int BINS = 24;
    static final int READINGS = 64;
    static final long HOUR = 3_600_000L;

    /** A cell by itself, on as many inputs as a sensor has channels, or as its student has. */
    @State(Scope.Thread)
    public static class Bare {
        @Param({"7", "8", "11", "46", "52", "70"})
        int inputs;

        private RecurrentCell cell;
        private float[][] rows;
        private final float[] h = new float[HIDDEN_SIZE];
        private final float[] c = new float[HIDDEN_SIZE];

        @Setup
        public void prepare() {
            cell = new Layer(CellKind.LSTM, inputs, HIDDEN_SIZE, 1).weights().newCell();
            rows = Layer.inputs(READINGS, inputs);
        }
    }

    /** A sensor that has been seen for two days. */
    @State(Scope.Thread)
    public static class Life {
        @Param({"7", "8", "11"})
        int channels;

        @Param FilterForm form;
        @Param Slots slots;

        private double[][] readings;
        private float[][] z;
        private SensorStep step;
        private ModelMemory memory;
        private StepResult result;
        private Anchor anchor;
        private AnchorMemory anchorMemory;
        private AnchorView view;
        private long slot;

        @Setup
        public void prepare() throws BundleException {
            Bundle bundle = bundle(channels, form);
            step = new SensorStep(bundle);
            memory = step.newMemory();
            result = new StepResult(channels);
            anchor = bundle.newAnchor();
            anchorMemory = anchor.newMemory();
            view = new AnchorView(channels);
            take(Slots.SEEN);
            steps();
            anchors();
            take(slots);
        }

        private void take(Slots seen) {
            readings = seen.readings(READINGS, channels);
            z = new float[READINGS][channels];
            for (int t = 0; t < READINGS; t++) {
                for (int d = 0; d < channels; d++) {
                    z[t][d] = (float) readings[t][d];
                }
            }
        }

        private float steps() {
            for (double[] values : readings) {
                slot++;
                step.step(memory, slot * HOUR, values, result);
            }
            return result.score;
        }

        private float anchors() {
            for (float[] values : z) {
                slot++;
                anchor.predict(anchorMemory, slot * HOUR, view);
                anchor.observe(anchorMemory, slot * HOUR, values, view);
            }
            return view.mean[0];
        }
    }

    /** An LSTM's step. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public float[] lstm(Bare bare) {
        for (float[] row : bare.rows) {
            bare.cell.step(row, bare.h, bare.c);
        }
        return bare.h;
    }

    /** A reading, into a result that is used again: it must not allocate. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public float step(Life life) {
        return life.steps();
    }

    /** The filter's share of it. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public float anchor(Life life) {
        return life.anchors();
    }

    /** A bundle of an hourly sensor with a daily season. */
    static Bundle bundle(int channels, FilterForm form) throws BundleException {
        Season daily = new Season(BINS * HOUR, BINS);
        return DrawnBundle.of(
                new StudentSpec(
                        CellKind.LSTM,
                        HIDDEN_SIZE,
                        IntStream.range(0, channels).mapToObj(d -> "channel-" + d).toList(),
                        0,
                        Collections.nCopies(channels, ""),
                        HOUR,
                        List.of(24 * HOUR, 168 * HOUR),
                        new AnchorSpec(AnchorKind.FILTER, ORDER, form, daily, RATES),
                        BACKWARD_SIZE));
    }
}
