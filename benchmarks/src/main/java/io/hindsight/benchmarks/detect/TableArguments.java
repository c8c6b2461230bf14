package io.hindsight.benchmarks.detect;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a table of detectors is told: one folder, and options that each have a value. */
final class TableArguments {
    private static final String DETECTORS = "--detectors";

    private final Path folder;
    private final Map<String, String> options;

    private TableArguments(Path folder, Map<String, String> options) {
        this.folder = folder;
        this.options = Map.copyOf(options);
    }

    /**
     * @param usage what is said where the folder is missing or an option is not known
     * @param known options beside {@code --detectors}
     */
    static TableArguments of(String usage, String[] args, String... known) {
        return read(args, known).orElseThrow(() -> new IllegalArgumentException(usage));
    }

    private static Optional<TableArguments> read(String[] args, String... known) {
        Path folder = null;
        Map<String, String> options = new HashMap<>();
        for (int k = 0; k < args.length; k++) {
            boolean option = args[k].startsWith("--");
            if (option && (args[k].equals(DETECTORS) || Set.of(known).contains(args[k]))) {
                if (++k == args.length) {
                    return Optional.empty();
                }
                options.put(args[k - 1], args[k]);
            } else if (option || folder != null) {
                return Optional.empty();
            } else {
                folder = Path.of(args[k]);
            }
        }
        return Optional.ofNullable(folder).map(one -> new TableArguments(one, options));
    }

    Path folder() {
        return folder;
    }

    /** All, unless some are named. */
    List<DetectorKind> detectors() {
        return option(DETECTORS).map(Detectors::named).orElse(Detectors.ALL);
    }

    /** Those that are named, else these. */
    List<DetectorKind> detectors(String otherwise) {
        return Detectors.named(option(DETECTORS).orElse(otherwise));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
