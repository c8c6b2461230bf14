package io.hindsight.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.report.DataReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {
    private static final long MINUTE = 60_000;

    @Test
    void showsAllChannelsAndTheWorstSensorsInOneNarrowTable() {
        DataSetReader reader =
                new DataSetReader(
                        List.of("flow", "a-channel-of-a-long-name", "load"), List.of("load"));
        for (int sensor = 0; sensor < 7; sensor++) {
            for (int t = 0; t < 2_000; t++) {
                double flow = t % 10 < sensor ? Double.NaN : -1_234_567.8 * t;
                double[] values = {flow, t % 2, 5};
                reader.add(new Row("pump-" + sensor, t * MINUTE + t % 100 / 99, values));
            }
        }
        DataSet data = reader.build(0);

        List<String> lines = lines(DataReport.of(data, Split.chronological(data)));

        assertThat(lines).allMatch(line -> line.length() <= 110, "not wide");
        assertThat(lines)
                .startsWith(
                        "1970-01-01T00:00:00Z to 1970-01-02T09:19:00Z, a slot each PT1M",
                        "9,800 slots train, 2,100 validate, 2,100 test")
                .contains(
                        "a-channel-of-…    0.0%       0       0         0    0.5000     1.000"
                                + "    0.5000  50.0%      1  2 values",
                        "load              0.0%       0       0     5.000     5.000     5.000"
                                + "         0   0.0%  2,000  given  constant",
                        "pump-6             2,000   20.0%    0.0%       0          0        0"
                                + "       20    PT0.001S")
                .anyMatch(
                        line -> line.startsWith("flow             30.0%   1,200       6 -2.47e+"));
        assertThat(lines.stream().filter(line -> line.startsWith("pump-"))).hasSize(5);
    }

    private static List<String> lines(DataReport report) {
        StringWriter text = new StringWriter();
        DataTable.print(report, new PrintWriter(text));
        return text.toString().lines().toList();
    }
}
