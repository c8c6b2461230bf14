package io.hindsight.benchmarks;

import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.student.StudentSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What a step of anchor and student costs beside a bare LSTM of the same units with as many inputs
 * as there are channels, where its time goes, and what is kept of a sensor. Exits with 1 if a step
 * allocates.
 */
public final class AnchorTable {
    private static final List<Integer> CHANNELS = List.of(7, 8, 11);

    /** Less than any object; JMH's own bookkeeping comes to a byte of so slow an operation. */
    private static final double MOST_BYTES = 4;

    private final List<Measured> nanos;
    private final List<Measured> bytes;
    private boolean allocates;

    private AnchorTable(List<Measured> nanos, List<Measured> bytes) {
        this.nanos = nanos;
        this.bytes = bytes;
    }

    public static void main(String[] args) throws RunnerException, BundleException, IOException {
        VerboseMode verbosity = args.length > 0 ? VerboseMode.NORMAL : VerboseMode.SILENT;
        AnchorTable table =
                new AnchorTable(
                        Measured.nanos(
                                benchmarks(verbosity)
                                        .include(AnchorBenchmark.class.getName())
                                        .include(StrictMathBenchmark.class.getName())),
                        Measured.bytes(
                                benchmarks(verbosity)
                                        .include(AnchorBenchmark.class.getName() + ".step")));
        table.printTimes();
        table.printCalls();
        printState();
        if (table.allocates) {
            System.err.println("a step allocates");
        }
        System.exit(table.allocates ? 1 : 0);
    }

    private static ChainedOptionsBuilder benchmarks(VerboseMode verbosity) {
        return new OptionsBuilder().verbosity(verbosity);
    }

    private void printTimes() throws BundleException {
        System.out.printf(
                "%d units, order %d, %d rates, %d bins, %d units backward; ns%n",
                AnchorBenchmark.HIDDEN_SIZE,
                AnchorBenchmark.ORDER,
                AnchorBenchmark.RATES,
                AnchorBenchmark.BINS,
                AnchorBenchmark.BACKWARD_SIZE);
        System.out.printf(
                "%2s %-20s %8s %7s %6s %8s %12s%n",
                "D", "what", "step", "ratio", "B/op", "anchor", "StrictMath");
        for (int channels : CHANNELS) {
            StudentSpec spec = AnchorBenchmark.bundle(channels, FilterForm.FULL).spec();
            double bare = lstm(channels);
            double wide = lstm(spec.inputSize());
            print(channels, "bare LSTM", bare, 1, "");
            print(channels, "LSTM of " + spec.inputSize() + " inputs", wide, wide / bare, "");
            for (FilterForm form : FilterForm.values()) {
                for (Slots slots : Slots.values()) {
                    printStep(channels, form, slots, bare);
                }
            }
        }
    }

    private void printStep(int channels, FilterForm form, Slots slots, double bare) {
        double step = of(nanos, "step", channels, form, slots);
        double allocated = of(bytes, "step", channels, form, slots);
        double[][] readings = slots.readings(AnchorBenchmark.READINGS, channels);
        allocates |= allocated > MOST_BYTES;
        print(
                channels,
                form.label() + ", " + slots.name().toLowerCase(Locale.ROOT),
                step,
                step / bare,
                String.format(
                        Locale.ROOT,
                        " %6.1f %8.0f %12.0f",
                        allocated,
                        of(nanos, "anchor", channels, form, slots),
                        strict(StrictMathBenchmark.Calls.of(readings))));
    }

    private static void print(int channels, String what, double nanos, double ratio, String more) {
        System.out.printf(
                Locale.ROOT, "%2d %-20s %8.0f %7.2f%s%n", channels, what, nanos, ratio, more);
    }

    private void printCalls() {
        List<String> calls = new ArrayList<>();
        for (String method : List.of("log", "exp", "log10", "reading")) {
            calls.add(String.format(Locale.ROOT, "%s %.1f", method, call(method)));
        }
        System.out.println(
                "StrictMath is calls times ns a call: "
                        + String.join(", ", calls)
                        + " (pow, expm1, log1p and log10 of a reading's score)");
    }

    private double strict(StrictMathBenchmark.Calls calls) {
        return calls.log() * call("log")
                + calls.exp() * call("exp")
                + calls.log10() * call("log10")
                + calls.reading() * call("reading");
    }

    private static void printState() throws BundleException, IOException {
        System.out.printf(
                "%nbytes kept of a sensor%n%2s %-6s %8s %8s %8s %8s %6s %10s %8s %10s%n",
                "D",
                "form",
                "state",
                "anchor",
                "student",
                "scores",
                "rest",
                "own scale",
                "inputs",
                "gap log");
        for (int channels : CHANNELS) {
            for (FilterForm form : FilterForm.values()) {
                StateBytes bytes = StateBytes.of(channels, form);
                System.out.printf(
                        "%2d %-6s %8d %8d %8d %8d %6d %10s %8d %10d%n",
                        channels,
                        form.label(),
                        bytes.state(),
                        bytes.anchor(),
                        bytes.student(),
                        bytes.scores(),
                        bytes.rest(),
                        "+" + bytes.ownScale(),
                        bytes.history(),
                        bytes.gap());
            }
        }
    }

    private double lstm(int inputs) {
        return of(nanos, "lstm", Map.of("inputs", Integer.toString(inputs)));
    }

    private double call(String method) {
        return of(nanos, method, Map.of());
    }

    private static double of(
            List<Measured> all, String method, int channels, FilterForm form, Slots slots) {
        return of(
                all,
                method,
                Map.of(
                        "channels",
                        Integer.toString(channels),
                        "form",
                        form.name(),
                        "slots",
                        slots.name()));
    }

    private static double of(List<Measured> all, String method, Map<String, String> parameters) {
        return all.stream()
                .filter(one -> one.method().equals(method) && one.parameters().equals(parameters))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
