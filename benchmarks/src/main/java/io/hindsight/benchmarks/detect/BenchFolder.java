package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a folder for each recording that the bench knows; any may be missing. */
record BenchFolder(Path path) {
    /** A main's only argument; null if there is none. */
    static BenchFolder ofOnly(String[] args, String usage) {
        if (args.length > 1) {
            throw new IllegalArgumentException(usage);
        }
        return args.length == 0 ? null : new BenchFolder(Path.of(args[0]));
    }

    boolean has(String folder) {
        return Files.isDirectory(path.resolve(folder));
    }

    Path resolve(String folder) {
        return path.resolve(folder);
    }

    /** The CSV files of a recording, in the order of their names. */
    List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(path.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(path.resolve(folder) + ": cannot be read: " + e, e);
        }
    }

    /** A recording that is one file. */
    Path file(String folder) {
        List<Path> files = files(folder);
        if (files.size() != 1) {
            throw new DataException(
                    "%s: there must be one CSV file: %s".formatted(path.resolve(folder), files));
        }
        return files.get(0);
    }
}
