package io.hindsight.benchmarks;

import io.hindsight.trainer.data.CsvOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link ImputationThroughKafka} is told.
 *
 * @param columns where the recording has its times and its sensors
 * @param masks of each of which the recording is streamed once
 */
record StreamedArguments(Path bundle, Path recording, CsvOptions columns, List<Path> masks) {
    /** For the usage line. */
    static final String USAGE =
            "BUNDLE RECORDING [--time COLUMN] [--sensor COLUMN | --sensor-id NAME] MASK...";

    private static final Set<String> KNOWN = Set.of("--time", "--sensor", "--sensor-id");
    private static final int FEWEST_FILES = 3;

    /**
     * @return empty if something is missing or not known
     */
    static Optional<StreamedArguments> of(String... args) {
        List<Path> files = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int k = 0; k < args.length; k++) {
            if (!args[k].startsWith("--")) {
                files.add(Path.of(args[k]));
            } else if (KNOWN.contains(args[k]) && k + 1 < args.length) {
                options.put(args[k], args[++k]);
            } else {
                return Optional.empty();
            }
        }
        boolean twoWays = options.containsKey("--sensor") && options.containsKey("--sensor-id");
        if (files.size() < FEWEST_FILES || twoWays) {
            return Optional.empty();
        }
        return Optional.of(
                new StreamedArguments(
                        files.get(0),
                        files.get(1),
                        columns(options),
                        files.stream().skip(2).distinct().toList()));
    }

    private static CsvOptions columns(Map<String, String> options) {
        String time = options.getOrDefault("--time", "time");
        String one = options.get("--sensor-id");
        return one == null
                ? CsvOptions.sensors(time, options.getOrDefault("--sensor", "sensor"))
                : CsvOptions.oneSensor(time, one);
    }
}
