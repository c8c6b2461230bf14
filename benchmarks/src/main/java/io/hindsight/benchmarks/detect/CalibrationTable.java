package io.hindsight.benchmarks.detect;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the detector's resource {@code generic-calibration.txt}: what sensors of any kind look like
 * before they have a past, on series in which nothing happens by construction and, given a folder
 * of recordings, on those that nobody has labelled. The same arguments give the same bytes.
 */
public final class CalibrationTable {
    private static final String USAGE = "usage: CalibrationTable [DATA] > generic-calibration.txt";
    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final int SEEDS = 3;
    private static final List<Integer> CHANNELS = List.of(2, 3, 5, 8, 12, 19);

    private CalibrationTable() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TableMain.run(() -> print(BenchFolder.ofOnly(args, USAGE), out));
    }

    /** The quiet recordings of a folder, of one channel each. */
    static List<Supplier<SensorRun>> ofOneChannel(BenchFolder folder) {
        List<Supplier<SensorRun>> sensors = new ArrayList<>();
        for (QuietSeries one : RecordedQuiet.ofOneChannel(folder)) {
            sensors.add(() -> new SensorRun(one.name(), one.interval(), List.of(one.values())));
        }
        return sensors;
    }

    /** Those with at least so many channels, each with so many of its own, evenly apart. */
    static List<Supplier<SensorRun>> ofChannels(int count, List<SensorRun> recorded) {
        List<Supplier<SensorRun>> sensors = new ArrayList<>();
        for (SensorRun whole : recorded) {
            int first = sensors.size();
            if (whole.channels.size() >= count) {
                sensors.add(() -> whole.some(count, first));
            }
        }
        return sensors;
    }

    private static void print(BenchFolder folder, PrintStream out) {
        List<Supplier<SensorRun>> one =
                new ArrayList<>(NormalSensors.ofOneChannel(Calibrated.ROWS, INTERVALS, SEEDS));
        List<SensorRun> recorded = new ArrayList<>();
        if (folder != null) {
            one.addAll(ofOneChannel(folder));
            recorded.addAll(RecordedQuiet.stations(folder));
            recorded.addAll(RecordedQuiet.servers(folder));
        }
        out.printf(
                "# Alarms a beat at each level of prominence, and the tail of strengths, on data"
                        + " taken to be normal, for sensors of 1 channel and more.%n"
                        + "# Made by io.hindsight.benchmarks.detect.CalibrationTable.%n");
        print(1, Calibrated.of(one), out);
        for (int channels : CHANNELS) {
            List<Supplier<SensorRun>> many =
                    new ArrayList<>(
                            NormalSensors.ofManyChannels(
                                    Calibrated.ROWS, INTERVALS, 2 * SEEDS, List.of(channels)));
            many.addAll(ofChannels(channels, recorded));
            print(channels, Calibrated.of(many), out);
        }
    }

    private static void print(int channels, Calibrated sensors, PrintStream out) {
        out.println("# measured on " + sensors.sensors() + " sensors");
        out.println(channels + " alarms " + sensors.alarms());
        out.println(channels + " tail " + sensors.tail());
    }
}
