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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained with the context of its group, on files that have none. */
class ContextCommandsTest {
    private static final Instant START = Instant.parse("2024-03-01T00:10:00Z");
    private static final List<String> SENSORS = List.of("north", "south", "west");
    private static final int HOURS = 400;
    private static final int HIDDEN_HOUR = 390;

    @TempDir private static Path folder;
    private static Path recording;
    private static Path bundle;

    @BeforeAll
    static void train() throws IOException {
        recording = file("plant.csv", rows(-1));
        bundle = folder.resolve("plant.bundle");
        Run training =
                Run.of(
                        "train",
                        "--data",
                        recording,
                        "--context",
                        "--hidden",
                        4,
                        "--epochs",
                        1,
                        "--teacher-epochs",
                        0,
                        "--out",
                        bundle);
        assertThat(training.faults()).isEmpty();
    }

    @Test
    void replayImputesWhatEvaluateImputes() throws IOException {
        Path mask =
                file(
                        "mask.csv",
                        List.of("time,sensor,channel", time(HIDDEN_HOUR) + ",south,level"));
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
                        mask,
                        "--json",
                        figures);
        Path holed = file("holed.csv", rows(HIDDEN_HOUR));
        Run replayed = Run.of("replay", "--bundle", bundle, "--data", holed, "--out", results);

        assertThat(evaluated.faults()).isEmpty();
        assertThat(replayed.faults()).isEmpty();
        JsonNode judged = new ObjectMapper().readTree(figures.toFile());
        double error = judged.at("/causal/channels/level/mae").asDouble(Double.NaN);
        double truth = Double.parseDouble(field(recording, HIDDEN_HOUR, "level"));
        double imputed = Float.parseFloat(field(results, HIDDEN_HOUR, "level_imputed"));
        assertThat(Math.abs(imputed - truth)).isCloseTo(error, within(1e-12));
    }

    @Test
    void replayWritesTheContextThatItComputed() throws IOException {
        Path results = folder.resolve("context.csv");

        Run replayed = Run.of("replay", "--bundle", bundle, "--data", recording, "--out", results);

        assertThat(replayed.faults()).isEmpty();
        assertThat(Files.readAllLines(results)).hasSize(1 + HOURS * SENSORS.size());
        double north = Double.parseDouble(field(recording, 5, "level", "north"));
        double west = Double.parseDouble(field(recording, 5, "level", "west"));
        assertThat(Double.parseDouble(field(results, 5, "level@others_observed")))
                .isCloseTo((north + west) / 2, within(1e-6));
        assertThat(field(results, 5, "count@others_observed")).isEqualTo("2.0");
    }

    private static List<String> rows(int hiddenHour) {
        List<String> lines = new ArrayList<>(List.of("time,sensor,level,temp"));
        SplittableRandom random = new SplittableRandom(5);
        for (int hour = 0; hour < HOURS; hour++) {
            double wave = Math.sin(2 * Math.PI * hour / 24) + 0.3 * random.nextDouble();
            for (String sensor : SENSORS) {
                String level = Double.toString(2 + wave + 0.1 * random.nextDouble());
                boolean hidden = hour == hiddenHour && sensor.equals("south");
                lines.add(
                        time(hour)
                                + ","
                                + sensor
                                + ","
                                + (hidden ? "" : level)
                                + ","
                                + (10 - wave));
            }
        }
        return lines;
    }

    private static String field(Path file, int hour, String column) throws IOException {
        return field(file, hour, column, "south");
    }

    private static String field(Path file, int hour, String column, String sensor)
            throws IOException {
        List<String> lines = Files.readAllLines(file);
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        String line = lines.get(1 + hour * SENSORS.size() + SENSORS.indexOf(sensor));
        return line.split(",", -1)[at];
    }

    private static String time(int hour) {
        return START.plus(hour, ChronoUnit.HOURS).toString();
    }

    private static Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", UTF_8);
    }
}
