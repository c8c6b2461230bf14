package io.hindsight.model.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a sensor's strengths and alarms look like on normal data before it has a past of its own.
 *
 * @param alarms alarms a beat at each level of {@link AlarmRates}, [{@link AlarmRates#LEVELS}]
 * @param tail share of readings at least as strong as the lower edge of each bin of {@link
 *     TailScore}
 */
@SuppressWarnings("ArrayRecordComponent")
public record GroupCalibration(float[] alarms, float[] tail) {
    private static final String ALARMS = " alarms";
    private static final String TAIL = " tail";
    private static final String RESOURCE = "generic-calibration.txt";
    private static final NavigableMap<Integer, GroupCalibration> GENERIC = read();

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
     * That of sensors of any kind with about as many channels, as measured on series that are taken
     * to be normal; the table names the command that made it.
     *
     * @param channels N, at least 1
     */
    public static GroupCalibration generic(int channels) {
        int fewer = GENERIC.floorKey(channels);
        Integer more = GENERIC.ceilingKey(channels);
        boolean isNearFewer = more == null || (long) channels * channels < (long) fewer * more;
        return GENERIC.get(isNearFewer ? fewer : more);
    }

    private static NavigableMap<Integer, GroupCalibration> read() {
        Map<String, float[]> rows = new LinkedHashMap<>();
        try (InputStream in = GroupCalibration.class.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(row -> rows.put(row[0] + " " + row[1], numbers(row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NavigableMap<Integer, GroupCalibration> byChannels = new TreeMap<>();
        rows.forEach(
                (name, alarms) -> {
                    if (name.endsWith(ALARMS)) {
                        String channels = name.substring(0, name.length() - ALARMS.length());
                        float[] tail = rows.get(channels + TAIL);
                        byChannels.put(
                                Integer.valueOf(channels), new GroupCalibration(alarms, tail));
                    }
                });
        return byChannels;
    }

    private static float[] numbers(String text) {
        String[] cells = text.split(" ", -1);
        float[] numbers = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = Float.parseFloat(cells[i]);
        }
        return numbers;
    }
}
