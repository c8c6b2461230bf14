package io.hindsight.trainer.judge;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Times;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;

/**
 * A list of cells to hide, as CSV {@code time,sensor,channel}, plain or gzip. A time names the slot
 * that a reading of this time belongs to; of irregular sensors it is a reading's own.
 */
public final class MaskFile {
    private MaskFile() {}

    /**
     * @throws DataException if a row names a time, a sensor or a channel that the data has not
     */
    public static HiddenCells read(Path file, DataSet data) {
        Map<String, Integer> sensors = new HashMap<>();
        for (int k = 0; k < data.series().size(); k++) {
            sensors.put(data.series().get(k).sensor(), k);
        }
        HiddenCells hidden = new HiddenCells(data);
        try (CsvFile csv = new CsvFile(file)) {
            int time = csv.column("time");
            int sensor = csv.column("sensor");
            int channel = csv.column("channel");
            while (csv.next()) {
                Integer series = sensors.get(csv.field(sensor));
                if (series == null) {
                    throw csv.fault("sensor", "the data has no such sensor", csv.field(sensor));
                }
                int d = data.channels().indexOf(csv.field(channel));
                if (d < 0) {
                    throw csv.fault("channel", "the data has no such channel", csv.field(channel));
                }
                hidden.hide(series, slot(csv, time, data.series().get(series)), d);
            }
        }
        return hidden;
    }

    private static int slot(CsvFile csv, int column, SensorSeries series) {
        String text = csv.field(column);
        try {
            long slot = series.slotOf(Times.parse(text).toEpochMilli());
            if (slot >= 0 && slot < series.length()) {
                return (int) slot;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw csv.fault("time", Times.RULE, text);
        }
        throw csv.fault("time", "the sensor has no slot at this time", text);
    }
}
