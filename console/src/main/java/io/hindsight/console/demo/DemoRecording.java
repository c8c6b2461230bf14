package io.hindsight.console.demo;

import io.hindsight.console.local.ProjectHome;
import io.hindsight.schemas.Reading;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.MaskMaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The committed recording, cut in two: the first year trains, the second year is streamed with a
 * tenth of its known values hidden. Values are hidden in runs as long as the recording's own holes.
 */
final class DemoRecording {
    static final String GROUP = "air";
    static final Instant STREAM_START = Instant.parse("2014-03-01T00:00:00Z");

    private static final String FILE = "recordings/beijing-air/beijing-air-2013-2015.csv.gz";
    private static final Instant VALIDATION_START = Instant.parse("2014-01-01T00:00:00Z");
    private static final Duration LEAD_IN = Duration.ofDays(3);
    private static final double HIDDEN_SHARE = 0.1;
    private static final long HIDING_SEED = 1;

    private final DataSet past;
    private final DataSet whole;
    private final HiddenCells hidden;

    private DemoRecording(DataSet past, DataSet whole) {
        this.past = past;
        this.whole = whole;
        this.hidden =
                new MaskMaker(whole).hide(STREAM_START.toEpochMilli(), HIDDEN_SHARE, HIDING_SEED);
    }

    static DemoRecording read(ProjectHome home) {
        Path file = home.path().resolve(FILE);
        CsvReadings readings = new CsvReadings(List.of(file), CsvOptions.sensors("time", "sensor"));
        DataSetReader past = new DataSetReader(readings.channels());
        DataSetReader whole = new DataSetReader(readings.channels());
        readings.forEach(
                row -> {
                    whole.add(row);
                    if (row.timeMillis() < STREAM_START.toEpochMilli()) {
                        past.add(row);
                    }
                });
        return new DemoRecording(past.build(0), whole.build(0));
    }

    /** What the trainer may see. */
    DataSet past() {
        return past;
    }

    /** The past's own last two months validate. */
    Split split() {
        return new Split(VALIDATION_START.toEpochMilli(), STREAM_START.toEpochMilli());
    }

    DataSet whole() {
        return whole;
    }

    HiddenCells hidden() {
        return hidden;
    }

    /** The first slot that is sent: a few days before anything is hidden. */
    int firstSlot() {
        return slot(STREAM_START.minus(LEAD_IN));
    }

    /** The first slot in which values may be hidden. */
    int startSlot() {
        return slot(STREAM_START);
    }

    int endSlot() {
        return whole.series().get(0).length();
    }

    int halfSlot() {
        return (startSlot() + endSlot()) / 2;
    }

    /** The place of a sensor, by its name. */
    int sensor(String name) {
        List<String> names = whole.series().stream().map(SensorSeries::sensor).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("the sensor must be one of " + names + ": " + name);
        }
        return names.indexOf(name);
    }

    Instant time(int slot) {
        return Instant.ofEpochMilli(whole.series().get(0).timeMillis(slot));
    }

    int slot(Instant time) {
        return Math.toIntExact(whole.series().get(0).slotAt(time.toEpochMilli()));
    }

    /** A reading as the job gets it: what is hidden is a hole. */
    Reading visible(int sensor, int slot) {
        SensorSeries series = whole.series().get(sensor);
        double[] values = new double[series.channelCount()];
        for (int d = 0; d < values.length; d++) {
            values[d] = hidden.isHidden(sensor, slot, d) ? Double.NaN : series.value(slot, d);
        }
        return new Reading(series.sensor(), GROUP, series.timeMillis(slot), values);
    }
}
