package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.RecordedTable;
import io.hindsight.benchmarks.detect.RecordedTable.Columns;
import io.hindsight.benchmarks.detect.asd.Scored.Run;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads ASD, the Application Server Dataset that came with InterFusion (Li et al., KDD 2021, MIT
 * licence), from a folder with {@code omi-K_train.csv.gz} and {@code omi-K_test.csv.gz} for K = 1
 * to 12 ({@code time,sensor,m0 … m18}, the test part with a {@code label}) and {@code
 * interpretation_label/omi-K.txt} ({@code first-last:channel,…}, rows from 0, channels from 1).
 */
final class AsdReader {
    static final int SERVERS = 12;
    static final int ROWS_A_DAY = 288;

    private AsdReader() {}

    static List<AsdServer> read(Path folder) {
        return IntStream.rangeClosed(1, SERVERS).mapToObj(k -> server(folder, "omi-" + k)).toList();
    }

    private static AsdServer server(Path folder, String name) {
        RecordedTable train =
                RecordedTable.one(folder.resolve(name + "_train.csv.gz"), Columns.USUAL);
        RecordedTable test =
                RecordedTable.one(
                        folder.resolve(name + "_test.csv.gz"), Columns.USUAL.labelled("label"));
        if (!test.channels().equals(train.channels())) {
            throw new DataException(
                    "%s: the test part must have the channels of the training part, %s: %s"
                            .formatted(name, train.channels(), test.channels()));
        }
        Path labels = folder.resolve("interpretation_label").resolve(name + ".txt");
        return new AsdServer(
                name, train.rowValues(), test.rowValues(), test.labels(), events(labels));
    }

    private static List<FaultyChannels> events(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> event(file, line.strip()))
                    .toList();
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e, e);
        }
    }

    static FaultyChannels event(Path file, String line) {
        if (!line.matches("\\d+-\\d+:\\d+(,\\d+)*")) {
            throw new IllegalArgumentException(
                    "%s must have lines like 10-20:1,2: %s".formatted(file, line));
        }
        int dash = line.indexOf('-');
        int colon = line.indexOf(':');
        Run rows =
                new Run(
                        Integer.parseInt(line.substring(0, dash)),
                        Integer.parseInt(line.substring(dash + 1, colon)));
        Set<Integer> channels =
                Arrays.stream(line.substring(colon + 1).split(",", -1))
                        .map(channel -> Integer.parseInt(channel) - 1)
                        .collect(Collectors.toUnmodifiableSet());
        return new FaultyChannels(rows, channels);
    }
}
