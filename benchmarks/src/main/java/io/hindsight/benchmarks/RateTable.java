package io.hindsight.benchmarks;

import io.hindsight.benchmarks.RateCase.Backend;
import io.hindsight.console.local.LocalFlink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * How many readings a second one subtask of the keyed step takes, beside the same pipeline with an
 * identity in its place, in turns on a cluster in this process; of few sensors and of many, with
 * state on the heap and in RocksDB. Arguments choose the lines, as {@code rocksdb 1000}.
 */
public final class RateTable {
    static final List<RateCase> CASES =
            List.of(
                    new RateCase(Backend.HASHMAP, 1_000, 200),
                    new RateCase(Backend.ROCKSDB, 1_000, 120),
                    new RateCase(Backend.HASHMAP, 100_000, 3),
                    new RateCase(Backend.ROCKSDB, 100_000, 2));

    private static final int ROUNDS = 3;

    /** The identity gets more readings, so that the start of a job weighs little in both. */
    private static final int LONGER = 10;

    private static final int LEAST_HEAP_MB = 4_000;
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(512);

    private RateTable() {}

    public static void main(String[] args) throws Exception {
        long heapMb = Runtime.getRuntime().maxMemory() >> 20;
        if (heapMb < LEAST_HEAP_MB) {
            System.err.printf("the heap must be 4 GB or more (-Xmx4g): %d MB%n", heapMb);
            System.exit(2);
        }
        System.out.printf(
                "%d channels, %d units, %d backward, filter of order %d; readings a second of one"
                        + " subtask%n",
                RateReadings.CHANNELS,
                AnchorBenchmark.HIDDEN_SIZE,
                AnchorBenchmark.BACKWARD_SIZE,
                AnchorBenchmark.ORDER);
        System.out.printf(
                "%-8s %9s %6s %10s %10s %8s %10s %10s%n",
                "state", "sensors", "slots", "identity", "step", "ratio", "µs CPU", "µs CPU");
        for (RateCase which : CASES) {
            if (args.length == 0 || which.isNamed(args)) {
                print(which);
            }
        }
        System.exit(0);
    }

    static LocalFlink cluster() {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        return LocalFlink.start(1, 1, settings);
    }

    /** In turns, so that what else the machine does falls on both. The first round is left out. */
    private static void print(RateCase which) throws Exception {
        List<Rate> identities = new ArrayList<>();
        List<Rate> steps = new ArrayList<>();
        try (LocalFlink flink = cluster()) {
            for (int round = -1; round < ROUNDS; round++) {
                Rate without = RatePipeline.rate(flink, which.longer(LONGER), true);
                Rate with = RatePipeline.rate(flink, which, false);
                if (round >= 0) {
                    identities.add(without);
                    steps.add(with);
                }
            }
        }
        Rate identity = Rate.median(identities);
        Rate step = Rate.median(steps);
        System.out.printf(
                Locale.ROOT,
                "%-8s %,9d %6d %,10.0f %,10.0f %8.3f %10.1f %10.1f%n",
                which.backend().label(),
                which.sensors(),
                which.slots(),
                identity.readingsPerSecond(),
                step.readingsPerSecond(),
                step.readingsPerSecond() / identity.readingsPerSecond(),
                identity.stepMicros(),
                step.stepMicros());
    }
}
