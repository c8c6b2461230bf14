package io.hindsight.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --irregular} and what follows on a file of buoys that send when they surface. */
class IrregularCommandsTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final int READINGS = 700;
    private static final int HIDDEN = 3;

    @TempDir private static Path folder;
    private static Path recording;
    private static Path bundle;
    private static Run training;

    @BeforeAll
    static void train() throws IOException {
        recording = file("buoys.csv", rows(0));
        bundle = folder.resolve("buoys.bundle");
        training =
                Run.of(
                        "train",
                        "--irregular",
                        "--data",
                        recording,
                        "--hidden",
                        4,
                        "--epochs",
                        1,
                        "--report",
                        folder.resolve("report.html"),
                        "--out",
                        bundle);
    }

    @Test
    void trainSaysWhatItReadAndWhatItLeftOut() {
        assertThat(training.faults()).isEmpty();
        assertThat(training.out())
                .contains("data: 2 sensors, 2 channels, 1,400 slots, 0 duplicates dropped,")
                .contains("a reading usually each PT")
                .contains("note: irregular sensors: ")
                .contains("note: anchor: absolute plus squared error ")
                .contains("left out, since irregular sensors have no slots: seasonal naive, ridge");
        assertThat(folder.resolve("report.html")).content().contains("Irregular, usually every");
    }

    @Test
    void replayImputesWhatEvaluateImputesAtTheTimesOfTheRecording() throws IOException {
        List<String> mask = new ArrayList<>(List.of("time,sensor,channel"));
        List<String> lines = Files.readAllLines(recording);
        for (int k = 0; k < HIDDEN; k++) {
            String[] fields = lines.get(lines.size() - 1 - 2 * k).split(",", -1);
            mask.add(fields[0] + "," + fields[1] + ",salt");
        }
        Path figures = folder.resolve("figures.json");
        Path results = folder.resolve("results.csv");

        Run evaluated =
                Run.of(
                        "evaluate",
                        "--bundle",
                        bundle,
                        "--data",
                        recording,
                        "--mask",
                        file("mask.csv", mask),
                        "--json",
                        figures);
        Path holed = file("holed.csv", rows(HIDDEN));
        Run replayed = Run.of("replay", "--bundle", bundle, "--data", holed, "--out", results);

        assertThat(evaluated.faults()).isEmpty();
        assertThat(replayed.faults()).isEmpty();
        assertThat(replayed.out())
                .contains(
                        "1,400 rows, of which 0 ",
                        "0 slots without a row",
                        "a sensor and month of 30 days, where normal data may have 1.00");
        double error = 0;
        for (int k = 0; k < HIDDEN; k++) {
            double truth = Double.parseDouble(field(recording, k, "salt"));
            error += Math.abs(Float.parseFloat(field(results, k, "salt_imputed")) - truth);
        }
        JsonNode judged = new ObjectMapper().readTree(figures.toFile());
        assertThat(judged.has("seasonalNaive")).isFalse();
        assertThat(judged.at("/causal/channels/salt/mae").asDouble(Double.NaN))
                .isCloseTo(error / HIDDEN, within(1e-9));
    }

    @Test
    void stateCountsWhatTheJobWouldKeep() {
        Run state = Run.of("state", "--bundle", bundle, "--data", recording);

        assertThat(state.faults()).isEmpty();
    }

    @Test
    void aNewSiteIsReadAtItsOwnTimesToo() {
        Path site = folder.resolve("site.bundle");
        Run fitted = Run.of("train", "--from", bundle, "--data", recording, "--out", site);

        assertThat(fitted.faults()).isEmpty();
        assertThat(site).isNotEmptyFile();
    }

    @Test
    void anIntervalOfASiteOfIrregularSensorsIsRefusedBeforeAnythingIsTrained() {
        Path none = folder.resolve("none.bundle");
        Run own =
                Run.of(
                        "train",
                        "--from",
                        bundle,
                        "--own-interval",
                        "--data",
                        recording,
                        "--out",
                        none);
        Run given =
                Run.of(
                        "train",
                        "--from",
                        bundle,
                        "--interval",
                        "PT1H",
                        "--data",
                        recording,
                        "--out",
                        none);

        assertThat(own.code()).isEqualTo(2);
        assertThat(own.err()).contains("--own-interval must not be given of irregular sensors");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("interval must not be given of irregular readings: PT1H");
    }

    @Test
    void optionsThatNeedSlotsAreRefusedBeforeAnythingIsRead() {
        assertRefused(
                "--irregular leaves readings at their own times: leave out --interval,"
                        + " --own-interval",
                "--interval",
                "PT1H",
                "--own-interval");
        assertRefused(
                "--irregular knows no slots that sensors could share: leave out --context",
                "--context");
        assertRefused(
                "--irregular has no filter, which counts slots, and so neither season nor"
                        + " teacher: leave out --season, --teacher-epochs",
                "--season",
                "PT24H",
                "--teacher-epochs",
                "2");
        assertRefused(
                "the anchor of irregular sensors must be none or decay", "--anchor", "filter");
    }

    private static void assertRefused(String message, String... options) {
        List<Object> arguments =
                new ArrayList<>(List.of("train", "--irregular", "--data", recording));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--out", folder.resolve("none.bundle")));
        Run run = Run.of(arguments.toArray());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.faults()).hasSize(1).first().asString().contains(message);
    }

    /**
     * @param hidden readings of the last sensor, from the end, that have lost their salt
     */
    private static List<String> rows(int hidden) {
        List<String> lines = new ArrayList<>(List.of("time,sensor,salt,warmth"));
        SplittableRandom random = new SplittableRandom(5);
        long time = 0;
        for (int reading = 0; reading < READINGS; reading++) {
            for (String sensor : List.of("north", "south")) {
                time += 1 + (long) (-600_000 * Math.log(1 - random.nextDouble()));
                double wave = Math.sin(2 * Math.PI * time / 7e6) + 0.2 * random.nextDouble();
                boolean lost = sensor.equals("south") && reading >= READINGS - hidden;
                String salt = lost ? "" : Double.toString(30 + wave);
                lines.add(START.plusMillis(time) + "," + sensor + "," + salt + "," + (9 - wave));
            }
        }
        return lines;
    }

    /** Of the last sensor's last readings, from the end. */
    private static String field(Path file, int fromEnd, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        return lines.get(lines.size() - 1 - 2 * fromEnd).split(",", -1)[at];
    }

    private static Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", UTF_8);
    }
}
