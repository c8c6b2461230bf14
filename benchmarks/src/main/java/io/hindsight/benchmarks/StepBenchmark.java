package io.hindsight.benchmarks;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Surroundings;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
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
    private final Timeline timeline =
            new Timeline(new Sensor(AlarmRules.STANDARD), Limits.IN_ORDER);
    private final SensorLife life = new SensorLife();
    private final SensorStore store = SensorStore.onHeap();
    private SensorStep step;
    private ModelMemory memory;
    private Surroundings surroundings;
    private long slot;

    @Setup
    public void prepare() throws BundleException {
        Bundle bundle = bundle();
        step = new SensorStep(bundle);
        memory = step.newMemory();
        surroundings = new ModelsInRole(Models.of(bundle), ModelsInRole.Role.ACTIVE).alone();
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

    /** The timeline as the job calls it: it allocates what it says and what it keeps. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public void accept(Blackhole outcomes) {
        Voice heard = consuming(outcomes);
        for (double[] values : readings) {
            slot++;
            Visit visit = new Visit(life, store, surroundings, slot * HOUR - 1, heard);
            outcomes.consume(timeline.accept(visit, slot * HOUR, values));
        }
    }

    private static Voice consuming(Blackhole answers) {
        return new Voice() {
            @Override
            public void say(Answer answer, int revision, long waitedMillis) {
                answers.consume(answer);
            }

            @Override
            public void change(EpisodeChange change, long modelVersion) {
                answers.consume(change);
            }

            @Override
            public void unusable(
                    long eventTimeMillis, double[] values, Acceptance.Refused refused) {
                throw new IllegalStateException("all readings are usable");
            }
        };
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
