package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsdReaderTest {
    @Test
    void readsAllServersWithTheirLabels(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("interpretation_label"));
        for (int k = 1; k <= AsdReader.SERVERS; k++) {
            write(folder.resolve("omi-%d_train.csv.gz".formatted(k)), 3, "");
            write(folder.resolve("omi-%d_test.csv.gz".formatted(k)), 2, ",1");
            Files.writeString(
                    folder.resolve("interpretation_label/omi-%d.txt".formatted(k)), "0-1:1,19\n");
        }
        List<AsdServer> servers = AsdReader.read(folder);

        assertThat(servers).hasSize(12);
        AsdServer last = servers.get(11);
        assertThat(last.name).isEqualTo("omi-12");
        assertThat(last.train).hasDimensions(3, 19);
        assertThat(last.train[2][18]).isEqualTo(2.18);
        assertThat(last.test).hasDimensions(2, 19);
        assertThat(last.test[0][0]).isNaN();
        assertThat(last.anomalous).containsExactly(true, true);
        assertThat(last.events).containsExactly(new FaultyChannels(new Run(0, 1), Set.of(0, 18)));
    }

    /** Row r, channel c is r.cc, and the first row's first channel a hole. */
    private static void write(Path file, int rows, String label) throws IOException {
        String text =
                IntStream.range(0, rows)
                        .mapToObj(
                                row ->
                                        IntStream.range(0, 19)
                                                .mapToObj(c -> cell(row, c))
                                                .collect(
                                                        Collectors.joining(
                                                                ",",
                                                                "2020-01-01T00:00:00Z,x,",
                                                                label)))
                        .collect(Collectors.joining("\n", header(label), "\n"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String header(String label) {
        return IntStream.range(0, 19)
                .mapToObj(c -> "m" + c)
                .collect(
                        Collectors.joining(
                                ",", "time,sensor,", label.isEmpty() ? "\n" : ",label\n"));
    }

    private static String cell(int row, int channel) {
        return row + channel == 0 ? "" : "%d.%02d".formatted(row, channel);
    }

    @Test
    void saysWhichLineOfTheLabelsIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AsdReader.event(Path.of("omi-1.txt"), "1-2;3"))
                .withMessage("omi-1.txt must have lines like 10-20:1,2: 1-2;3");
    }
}
