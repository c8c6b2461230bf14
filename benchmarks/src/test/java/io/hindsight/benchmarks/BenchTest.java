package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.benchmarks.detect.NabBench;
import io.hindsight.benchmarks.detect.asd.RowsBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benches on a made-up series with one spike. */
class BenchTest {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final int ROWS = 2_000;
    private static final int SPIKE = 1_500;

    @TempDir Path folder;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        List<String> one = new ArrayList<>(List.of("timestamp,value"));
        List<String> many = new ArrayList<>(List.of("when,a,b,c,label"));
        for (int row = 0; row < ROWS; row++) {
            double spike = row == SPIKE ? 60 : 0;
            double[] noise = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            one.add(time(row) + "," + (noise[0] + spike));
            many.add(
                    "%s,%s,%s,%s,%d"
                            .formatted(
                                    time(row),
                                    noise[0] + spike,
                                    noise[1] - spike,
                                    noise[2],
                                    spike > 0 ? 1 : 0));
        }
        Files.createDirectories(folder.resolve("corpus/made"));
        Files.write(folder.resolve("corpus/made/one.csv"), one);
        Files.writeString(
                folder.resolve("corpus/windows.json"),
                "{\"made/one.csv\": [[\"%s\", \"%s\"]]}"
                        .formatted(time(SPIKE - 5), time(SPIKE + 20)));
        Files.write(folder.resolve("many.csv"), many);
    }

    @Test
    void nabScoresTheProductAtItsBestAndAtItsOwnThreshold() throws IOException {
        NabBench.run(
                args("--corpus corpus --out said --report page.html --series made/one.csv"), out);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("hindsight +standard +\\d+\\.\\d+ .* 1 / +1")
                .containsPattern("hindsight-alarms +standard, own +\\d+\\.\\d+ .* 1 / +1");
        List<String> said =
                Files.readAllLines(folder.resolve("said/hindsight/made/hindsight_one.csv"));
        assertThat(said).hasSize(ROWS + 1);
        assertThat(score(said.get(SPIKE + 1))).isBetween(0.5, 1.0);
        assertThat(score(said.get(1))).isZero();
        assertThat(folder.resolve("page.html")).content().contains("made/one.csv", "value");
    }

    @Test
    void nabSaysWhichSeriesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                NabBench.run(
                                        args("--corpus corpus --report p.html --series x.csv"),
                                        out))
                .withMessageContaining("as made/one.csv: ");
    }

    @Test
    void rowsScoresAnyLabelledFile() throws IOException {
        RowsBench.rows(
                args(
                        "--data many.csv --label label --time when --peers ewma-z --out said"
                                + " --report page.html"),
                out);

        String table = bytes.toString(StandardCharsets.UTF_8);
        assertThat(table).startsWith("1 streams, 2,000 rows, 1 events in what is judged");
        assertThat(table).containsPattern("hindsight +[01]\\.").containsPattern("ewma-z +[01]\\.");
        List<String> said = Files.readAllLines(folder.resolve("said/many.csv"));
        assertThat(said).hasSize(ROWS - 600 + 1);
        assertThat(said.get(SPIKE - 600 + 1)).startsWith(time(SPIKE)).endsWith(",1");
        assertThat(folder.resolve("page.html")).content().contains("many", "label");
    }

    @Test
    void rowsLeavesOutAsManyColumnsAsItIsTold() throws IOException {
        RowsBench.rows(
                args("--data many.csv --label label --time when --ignore b c --report page.html"),
                out);

        assertThat(folder.resolve("page.html"))
                .content()
                .contains("data-channel=\"0\"")
                .doesNotContain("data-channel=\"1\"");
    }

    @Test
    void faultsOfUsageAndInputExitWithTwo() {
        assertThat(Bench.run(List.of())).isEqualTo(2);
        assertThat(Bench.run(List.of("nab"))).isEqualTo(2);
        assertThat(Bench.run(args("rows --data many.csv --label none --time when"))).isEqualTo(2);
        assertThat(Bench.run(List.of("asd", "--data", folder + "/none"))).isEqualTo(2);
        assertThat(Bench.run(List.of("--help"))).isZero();
    }

    private static double score(String line) {
        return Double.parseDouble(line.split(",", -1)[2]);
    }

    /** Words with the folder before those that are files. */
    private List<String> args(String line) {
        return Stream.of(line.split(" ", -1))
                .map(
                        word ->
                                word.matches("corpus|said|(page|p)\\.html|many\\.csv")
                                        ? folder.resolve(word).toString()
                                        : word)
                .toList();
    }

    private static String time(int row) {
        return BEGIN.plus(Duration.ofMinutes(5L * row)).toString();
    }
}
