package io.hindsight.console.command;

import io.hindsight.trainer.data.DataFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Which files, and which of their columns are the time and the channels. A parent rather than a
 * mixin, since groups of options can have no mixins.
 */
abstract class ColumnOptions {
    private static final String ALL = "all";

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV files with a header, plain or gzip, folders of them, or quoted patterns as"
                            + " 'plant-*.csv'; empty, NA and NaN are missing.")
    private List<Path> places;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description =
                    "Column of event times: ISO-8601 or 'yyyy-MM-dd HH:mm:ss', UTC (default: time).")
    private String time;

    @Option(
            names = "--channels",
            paramLabel = "A,B,…",
            description = "Channel columns in order, or all: every column left over (default).")
    private String channels;

    /** The files that there are at this moment, each once. */
    List<Path> files() {
        return DataFiles.find(places);
    }

    /** The column of times, if one is given. */
    Optional<String> time() {
        return Optional.ofNullable(time);
    }

    /** The channels, if any are given; an empty list is every column left over. */
    Optional<List<String>> channels() {
        return Optional.ofNullable(channels)
                .map(list -> list.equals(ALL) ? List.of() : names(list));
    }

    /** What stands between the commas; nothing is no name. */
    static List<String> names(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
