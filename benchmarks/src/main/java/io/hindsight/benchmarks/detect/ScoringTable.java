package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.Measured;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the scoring stage alone costs beside AWS' random cut forest, in one run: the time of a
 * reading, and what is kept of a sensor, stored and alive. Ratios are to the product's detector of
 * as many channels.
 */
public final class ScoringTable {
    private static final List<Integer> CHANNELS = List.of(1, 8, 19);

    /** So many bytes of stored state are alive together, or a few sensors. */
    private static final int BYTES_ALIVE = 1 << 20;

    private static final int FEWEST_ALIVE = 4;

    private final List<Measured> nanos;

    /** Of one way to judge sensors of so many channels. */
    private record Cost(double nanos, double storedBytes, double heapBytes) {}

    private ScoringTable(List<Measured> nanos) {
        this.nanos = nanos;
    }

    public static void main(String[] args) throws RunnerException, IOException {
        VerboseMode verbosity = args.length > 0 ? VerboseMode.NORMAL : VerboseMode.SILENT;
        new ScoringTable(
                        Measured.nanos(
                                new OptionsBuilder()
                                        .include(ScoringBenchmark.class.getName())
                                        .verbosity(verbosity)))
                .print();
    }

    private void print() throws IOException {
        System.out.printf(
                "%8s  %-10s %12s %7s %13s %7s %11s %7s%n",
                "channels",
                "what",
                "ns a reading",
                "ratio",
                "bytes stored",
                "ratio",
                "on heap",
                "ratio");
        for (int channels : CHANNELS) {
            Cost own = cost(channels, ScoringStage.DETECTOR);
            for (ScoringStage stage : ScoringStage.values()) {
                print(channels, stage, cost(channels, stage), own);
            }
        }
    }

    private static void print(int channels, ScoringStage stage, Cost cost, Cost own) {
        System.out.printf(
                Locale.ROOT,
                "%8d  %-10s %,12.0f %7.2f %,13.0f %7.2f %,11.0f %7.2f%n",
                channels,
                stage.label(),
                cost.nanos(),
                cost.nanos() / own.nanos(),
                cost.storedBytes(),
                cost.storedBytes() / own.storedBytes(),
                cost.heapBytes(),
                cost.heapBytes() / own.heapBytes());
    }

    private Cost cost(int channels, ScoringStage stage) throws IOException {
        int stored = withPast(channels, stage).storedBytes();
        int alive = Math.max(FEWEST_ALIVE, BYTES_ALIVE / stored);
        return new Cost(
                nanos(channels, stage),
                stored,
                HeapBytes.ofEach(alive, () -> withPast(channels, stage)));
    }

    private double nanos(int channels, ScoringStage stage) {
        return nanos.stream()
                .filter(
                        one ->
                                one.parameter("channels").equals(Integer.toString(channels))
                                        && one.parameter("stage").equals(stage.name()))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static StoredDetector withPast(int channels, ScoringStage stage) {
        StoredDetector detector = stage.fresh(channels);
        new SteadySensor(channels).lead(ScoringBenchmark.PAST, detector);
        return detector;
    }
}
