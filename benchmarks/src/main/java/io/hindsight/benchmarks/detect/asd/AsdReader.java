package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads ASD, the Application Server Dataset that came with InterFusion (Li et al., KDD 2021, MIT
 * licence), from a folder with {@code omi-K_train.csv.gz} and {@code omi-K_test.csv.gz} for K = 1
 * to 12 ({@code time,sensor,m0 … m18}, the test part with a {@code label}) and {@code
 * interpretation_label/omi-K.txt} ({@code first-last:channel,…}, rows from 0, channels from 1).
 */
final class AsdReader {
    static final int SERVERS = 12;
    static final int ROWS_A_DAY = 288;

    private static final int FIRST_CHANNEL = 2;
    private static final int CHANNELS = 19;
    private static final int LABEL = FIRST_CHANNEL + CHANNELS;

    private AsdReader() {}

    static List<AsdServer> read(Path folder) {
        return IntStream.rangeClosed(1, SERVERS).mapToObj(k -> server(folder, "omi-" + k)).toList();
    }

    private static AsdServer server(Path folder, String name) {
        List<String[]> train = rows(folder.resolve(name + "_train.csv.gz"), LABEL);
        List<String[]> test = rows(folder.resolve(name + "_test.csv.gz"), LABEL + 1);
        boolean[] anomalous = new boolean[test.size()];
        for (int row = 0; row < anomalous.length; row++) {
            anomalous[row] = test.get(row)[LABEL].equals("1");
        }
        Path labels = folder.resolve("interpretation_label").resolve(name + ".txt");
        return new AsdServer(name, values(train), values(test), anomalous, events(labels));
    }

    private static List<String[]> rows(Path file, int columns) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            List<String[]> rows = reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).length != columns) {
                    throw new IllegalArgumentException(
                            "%s must have %d columns: %d in row %d"
                                    .formatted(file, columns, rows.get(row).length, row));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static double[][] values(List<String[]> rows) {
        return rows.stream().map(AsdReader::values).toArray(double[][]::new);
    }

    private static double[] values(String[] row) {
        return Arrays.stream(row, FIRST_CHANNEL, LABEL)
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    private static List<FaultyChannels> events(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> event(file, line.strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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
