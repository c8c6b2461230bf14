package io.hindsight.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One figure of one benchmark at one point: nanoseconds or bytes for one operation. */
public record Measured(String method, Map<String, String> parameters, double value) {
    public Measured {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Times: the least over all samples of all forks, which is what a machine that does other work
     * beside it can be trusted with.
     */
    public static List<Measured> nanos(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.mode(Mode.SampleTime).build())
                .run().stream()
                        .map(
                                result ->
                                        of(
                                                result,
                                                result.getPrimaryResult().getStatistics().getMin()))
                        .toList();
    }

    /**
     * Bytes allocated, the least over the iterations of one fork: what an operation allocates is in
     * all of them, what JMH and the JVM allocate once is not. Sampling times would allocate too.
     * The warm-up is long enough for C2 on a busy machine: until it has come to {@link
     * StrictMath#pow}, a call of that allocates 96 bytes.
     */
    static List<Measured> bytes(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(
                        options.mode(Mode.AverageTime)
                                .forks(1)
                                .warmupIterations(6)
                                .warmupTime(TimeValue.seconds(1))
                                .measurementIterations(4)
                                .measurementTime(TimeValue.milliseconds(500))
                                .addProfiler(GCProfiler.class)
                                .build())
                .run().stream()
                        .map(
                                result ->
                                        of(
                                                result,
                                                result.getSecondaryResults()
                                                        .get("gc.alloc.rate.norm")
                                                        .getStatistics()
                                                        .getMin()))
                        .toList();
    }

    private static Measured of(RunResult result, double value) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark();
        return new Measured(
                name.substring(name.lastIndexOf('.') + 1),
                params.getParamsKeys().stream()
                        .collect(Collectors.toMap(key -> key, params::getParam)),
                value);
    }

    /** A parameter's value, an empty text where the benchmark does not have it. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    String form() {
        return parameter("form");
    }

    String cell() {
        return parameter("cell");
    }

    String hiddenSize() {
        return parameter("hiddenSize");
    }

    boolean sameSizes(Measured other) {
        return cell().equals(other.cell()) && hiddenSize().equals(other.hiddenSize());
    }

    boolean sameOperation(Measured other) {
        return method.equals(other.method) && parameters.equals(other.parameters);
    }

    String label() {
        String what = form().isEmpty() ? method : form().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(Locale.ROOT, "%-10s %-5s %4s", what, cell(), hiddenSize());
    }
}
