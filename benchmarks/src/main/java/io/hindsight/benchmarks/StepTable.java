package io.hindsight.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints one table: time, ratio to the reference cell of the same sizes,
 * bytes an operation. Exits with 1 if the product's cell is over {@value #MOST_RATIO} times the
 * reference somewhere, or if a step allocates.
 */
public final class StepTable {
    private static final double MOST_RATIO = 1.3;

    /** JMH's own bookkeeping, spread over the operations, shows as fractions of a byte. */
    private static final double MOST_BYTES = 1;

    private StepTable() {}

    public static void main(String[] args) throws RunnerException {
        VerboseMode verbosity = args.length > 0 ? VerboseMode.NORMAL : VerboseMode.SILENT;
        List<Measured> nanos = Measured.nanos(benchmarks(verbosity));
        List<Measured> bytes =
                Measured.bytes(benchmarks(verbosity).param("form", CellForm.PRODUCT.name()));
        List<String> faults = new ArrayList<>();
        System.out.printf(
                "%-10s %-5s %4s %10s %8s %8s%n", "what", "cell", "H", "ns", "ratio", "B/op");
        for (Measured time : nanos) {
            double ratio = time.value() / reference(nanos, time).value();
            double allocated =
                    bytes.stream()
                            .filter(time::sameOperation)
                            .mapToDouble(Measured::value)
                            .findFirst()
                            .orElse(Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "%s %10.0f %8.2f %8s%n",
                    time.label(),
                    time.value(),
                    ratio,
                    Double.isNaN(allocated) ? "" : String.format(Locale.ROOT, "%.1f", allocated));
            if (time.form().equals(CellForm.PRODUCT.name()) && ratio > MOST_RATIO) {
                faults.add(time.label() + " takes over " + MOST_RATIO + " times the reference");
            }
            if (!time.method().equals("accept") && allocated > MOST_BYTES) {
                faults.add(time.label() + " allocates " + allocated + " bytes an operation");
            }
        }
        faults.forEach(System.err::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static ChainedOptionsBuilder benchmarks(VerboseMode verbosity) {
        return new OptionsBuilder()
                .include(CellBenchmark.class.getName())
                .include(StepBenchmark.class.getName())
                .verbosity(verbosity);
    }

    private static Measured reference(List<Measured> all, Measured sizes) {
        return all.stream()
                .filter(one -> one.form().equals(CellForm.REFERENCE.name()) && one.sameSizes(sizes))
                .findFirst()
                .orElseThrow();
    }
}
