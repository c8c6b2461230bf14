package io.hindsight.model.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a sensor's strengths and alarms look like on normal data before it has a past of its own.
 *
 * @param alarms alarms a beat at each level of {@link AlarmRates}, [{@link AlarmRates#LEVELS}]
 * @param tail share of readings at least as strong as the lower edge of each bin of {@link
 *     TailScore}
 */
@SuppressWarnings("ArrayRecordComponent")
public record GroupCalibration(float[] alarms, float[] tail) {
    private static final String RESOURCE = "generic-calibration.txt";
    private static final Map<String, GroupCalibration> GENERIC = read();

    public GroupCalibration {
        requireLength("alarms", alarms.length, AlarmRates.LEVELS);
        requireLength("tail", tail.length, TailScore.BINS);
    }

    private static void requireLength(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "%s must have %d numbers: %d".formatted(name, expected, length));
        }
    }

    /**
     * That of sensors of any kind, as measured on series that are normal by construction; the table
     * names the command that made it.
     *
     * @param channels 1, or more
     */
    public static GroupCalibration generic(int channels) {
        return GENERIC.get(channels == 1 ? "one" : "many");
    }

    private static Map<String, GroupCalibration> read() {
        Map<String, float[]> rows = new HashMap<>();
        try (InputStream in = GroupCalibration.class.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split(" ", -1);
                    float[] numbers = new float[cells.length - 2];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = Float.parseFloat(cells[i + 2]);
                    }
                    rows.put(cells[0] + " " + cells[1], numbers);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "one", new GroupCalibration(rows.get("one alarms"), rows.get("one tail")),
                "many", new GroupCalibration(rows.get("many alarms"), rows.get("many tail")));
    }
}
