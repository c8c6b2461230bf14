package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.DataException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final int SEEDS = 3;
    private static final List<Integer> CHANNELS = List.of(2, 5, 8, 19);

    private CalibrationTable() {}

    public static void main(String[] args) {
        if (args.length > 1) {
            System.err.println("usage: CalibrationTable [DATA] > generic-calibration.txt");
            System.exit(2);
        }
        try {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            print(args.length == 0 ? List.of() : recorded(Path.of(args[0])), out);
        } catch (DataException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** The quiet recordings of a folder, of one channel each. */
    static List<Supplier<SensorRun>> recorded(Path folder) {
        List<Supplier<SensorRun>> sensors = new ArrayList<>();
        for (QuietSeries one : RecordedQuiet.ofOneChannel(new BenchFolder(folder))) {
            sensors.add(() -> new SensorRun(one.name(), one.interval(), List.of(one.values())));
        }
        return sensors;
    }

    private static void print(List<Supplier<SensorRun>> recorded, PrintStream out) {
        List<Supplier<SensorRun>> one =
                new ArrayList<>(NormalSensors.ofOneChannel(Calibrated.ROWS, INTERVALS, SEEDS));
        one.addAll(recorded);
        Calibrated ofOne = Calibrated.of(one);
        Calibrated ofMany =
                Calibrated.of(
                        NormalSensors.ofManyChannels(
                                Calibrated.ROWS, INTERVALS, 2 * SEEDS, CHANNELS));
        out.printf(
                "# Alarms a beat at each level of prominence, and the tail of strengths, on normal"
                        + " data.%n# Made by io.hindsight.benchmarks.detect.CalibrationTable: %d"
                        + " sensors of one channel, %d of them recorded, %d of many.%n",
                ofOne.sensors(), recorded.size(), ofMany.sensors());
        out.println("one alarms " + ofOne.alarms());
        out.println("one tail " + ofOne.tail());
        out.println("many alarms " + ofMany.alarms());
        out.println("many tail " + ofMany.tail());
    }
}
