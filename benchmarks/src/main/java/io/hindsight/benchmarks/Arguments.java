package io.hindsight.benchmarks;

import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Split;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table over regimes is told: one sensor's recording, its split, and which lines to make.
 */
final class Arguments {
    /** For the usage line. */
    static final String USAGE =
            "FILE --time COLUMN --sensor-id NAME --train-until TIME --validate-until TIME"
                    + " [--seeds 1,2] [--regimes A,B]";

    private static final Set<String> NEEDED =
            Set.of("--time", "--sensor-id", "--train-until", "--validate-until");
    private static final Set<String> OTHERS = Set.of("--seeds", "--regimes");

    private final List<String> files;
    private final Map<String, String> options;

    private Arguments(List<String> files, Map<String, String> options) {
        this.files = List.copyOf(files);
        this.options = Map.copyOf(options);
    }

    /**
     * @param more options beside those of all such tables
     * @return empty if something is missing or not known
     */
    static Optional<Arguments> of(String[] args, String... more) {
        List<String> files = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int k = 0; k < args.length; k++) {
            if (!args[k].startsWith("--")) {
                files.add(args[k]);
            } else if (k + 1 < args.length) {
                options.put(args[k], args[++k]);
            } else {
                return Optional.empty();
            }
        }
        Set<String> known = new HashSet<>(NEEDED);
        known.addAll(OTHERS);
        known.addAll(Set.of(more));
        boolean valid =
                !files.isEmpty()
                        && options.keySet().containsAll(NEEDED)
                        && known.containsAll(options.keySet());
        return valid ? Optional.of(new Arguments(files, options)) : Optional.empty();
    }

    DataSet data() {
        return DataSetReader.read(
                List.of(Path.of(files.get(0))),
                CsvOptions.oneSensor(options.get("--time"), options.get("--sensor-id")));
    }

    Split split() {
        return new Split(millis("--train-until"), millis("--validate-until"));
    }

    private long millis(String option) {
        return Instant.parse(options.get(option)).toEpochMilli();
    }

    /** The files after the first one. */
    List<Path> moreFiles() {
        return files.stream().skip(1).map(Path::of).toList();
    }

    List<Long> seeds() {
        return list("--seeds", "1,2").stream().map(Long::valueOf).toList();
    }

    List<Regime> regimes(Regime... otherwise) {
        return options.containsKey("--regimes")
                ? list("--regimes", "").stream().map(Regime::of).toList()
                : List.of(otherwise);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private List<String> list(String option, String otherwise) {
        return Arrays.asList(options.getOrDefault(option, otherwise).split(",", -1));
    }
}
