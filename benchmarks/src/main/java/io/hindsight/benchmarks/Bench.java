package io.hindsight.benchmarks;

import io.hindsight.benchmarks.detect.NabBench;
import io.hindsight.benchmarks.detect.asd.RowsBench;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** {@code hindsight bench}: how well the product's own detector alarms, on data with labels. */
public final class Bench {
    private static final String USAGE =
            "usage: hindsight bench %s%n       hindsight bench %s%n       hindsight bench %s"
                    .formatted(NabBench.USAGE, RowsBench.ASD_USAGE, RowsBench.ROWS_USAGE);

    private Bench() {}

    public static void main(String[] args) {
        int code = run(Arrays.asList(args));
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code: 0 if it is done, 1 if it failed, 2 if the usage or the input is at fault. */
    static int run(List<String> args) {
        String which = args.isEmpty() ? "" : args.get(0);
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        try {
            switch (which) {
                case "nab" -> NabBench.run(rest, System.out);
                case "asd" -> RowsBench.asd(rest, System.out);
                case "rows" -> RowsBench.rows(rest, System.out);
                case "-h", "--help" -> System.out.println(USAGE);
                default -> {
                    System.err.println(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (DataException | IllegalArgumentException e) {
            System.err.println("hindsight: " + e.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("hindsight: " + e);
            return 1;
        }
    }
}
