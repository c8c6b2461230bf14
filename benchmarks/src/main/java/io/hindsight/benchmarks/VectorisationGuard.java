package io.hindsight.benchmarks;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares the product's cells with themselves run without SIMD code ({@code -XX:-UseSuperWord}).
 * Exits with 1 if one is less than {@value #LEAST_RATIO} times as fast with it: then C2 has stopped
 * vectorising a loop, which no test of results would notice.
 */
public final class VectorisationGuard {
    private static final double LEAST_RATIO = 3;

    private VectorisationGuard() {}

    public static void main(String[] args) throws RunnerException {
        List<Measured> simd = run();
        List<Measured> scalar = run("-XX:-UseSuperWord");
        boolean good = true;
        System.out.printf("%-5s %5s %10s %10s %8s%n", "cell", "H", "SIMD ns", "scalar ns", "ratio");
        for (Measured fast : simd) {
            Measured slow = scalar.stream().filter(fast::sameSizes).findFirst().orElseThrow();
            double ratio = slow.value() / fast.value();
            good &= ratio >= LEAST_RATIO;
            System.out.printf(
                    Locale.ROOT,
                    "%-5s %5s %10.0f %10.0f %8.2f%n",
                    fast.cell(),
                    fast.hiddenSize(),
                    fast.value(),
                    slow.value(),
                    ratio);
        }
        if (!good) {
            System.err.println("a kernel is less than " + LEAST_RATIO + " times its scalar self");
        }
        System.exit(good ? 0 : 1);
    }

    private static List<Measured> run(String... jvmArgs) throws RunnerException {
        return Measured.nanos(
                new OptionsBuilder()
                        .include(CellBenchmark.class.getName())
                        .param("form", CellForm.PRODUCT.name())
                        .param("hiddenSize", "64", "128")
                        .jvmArgsAppend(jvmArgs)
                        .verbosity(VerboseMode.SILENT));
    }
}
