package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReadingsTest {
    private static final CsvOptions OPTIONS = CsvOptions.sensors("time", "sensor");

    @TempDir private Path folder;

    @Test
    void handsOutRowsInFileOrderWithHolesAsNaN() throws IOException {
        Path first =
                CsvFiles.write(
                        folder,
                        "a.csv",
                        "time,sensor,x,y",
                        "2020-01-01 01:00:00,b,1,NA",
                        "2020-01-01T00:00:00Z,a,,2.5");
        Path second =
                CsvFiles.gzip(
                        folder, "b.csv.gz", "y,x,sensor,time", "NaN,7,b,2020-01-01T03:00:00+01:00");

        CsvReadings readings = new CsvReadings(List.of(first, second), OPTIONS);
        List<Row> rows = new ArrayList<>();
        readings.forEach(rows::add);

        assertThat(readings.channels()).containsExactly("x", "y");
        assertThat(rows).extracting(Row::sensor).containsExactly("b", "a", "b");
        assertThat(rows)
                .extracting(Row::timeMillis)
                .containsExactly(1_577_840_400_000L, 1_577_836_800_000L, 1_577_844_000_000L);
        assertThat(rows.get(0).values()).containsExactly(1, Double.NaN);
        assertThat(rows.get(1).values()).containsExactly(Double.NaN, 2.5);
        assertThat(rows.get(2).values()).containsExactly(7, Double.NaN);
    }

    @Test
    void readsOneSensorWithoutAColumnForIt() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "date,x", "2020-01-01,1");

        List<Row> rows = new ArrayList<>();
        new CsvReadings(List.of(file), CsvOptions.oneSensor("date", "pump")).forEach(rows::add);

        assertThat(rows).singleElement().extracting(Row::sensor).isEqualTo("pump");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01T00:00:00Z,a,1x | line 3, column x: not a number: '1x'",
                "2020-01-01T00:00:00Z,a,Infinity | line 3, column x: must be finite: 'Infinity'",
                "2020-01-01T00:00:00Z,a,1e999 | line 3, column x: must be finite: '1e999'",
                "yesterday,a,1 | line 3, column time: not a time (ISO-8601 or"
                        + " yyyy-MM-dd HH:mm:ss): 'yesterday'",
                "2020-13-01 00:00:00,a,1 | line 3, column time: not a time (ISO-8601 or"
                        + " yyyy-MM-dd HH:mm:ss): '2020-13-01 00:00:00'",
                "2020-01-01T00:00:00Z,,1 | line 3, column sensor: a sensor id must not be empty: ''",
                "2020-01-01T00:00:00Z,a | line 3: a row must have 3 columns: 2"
            })
    void saysFileLineColumnRuleAndValueInOneLine(String row, String message) throws IOException {
        Path file =
                CsvFiles.write(folder, "bad.csv", "time,sensor,x", "2020-01-01T00:00:00Z,a,1", row);

        assertThatThrownBy(() -> read(file, OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ", " + message);
    }

    @Test
    void saysWhichColumnIsUnknownAndWhichThereAre() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "time,sensor,x", "2020-01-01,a,1");

        assertThatThrownBy(() -> read(file, OPTIONS.withChannels(List.of("z"))))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file
                                + ", line 1: unknown column: 'z', the columns are"
                                + " [time, sensor, x]");
    }

    @Test
    void refusesFilesThatAreEmptyOrAbsent() throws IOException {
        Path empty = CsvFiles.write(folder, "empty.csv");
        Path absent = folder.resolve("absent.csv");

        assertThatThrownBy(() -> read(absent, OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(absent + ": cannot be read");
        assertThatThrownBy(() -> read(empty, OPTIONS)).isInstanceOf(DataException.class);
    }

    private static void read(Path file, CsvOptions options) {
        new CsvReadings(List.of(file), options).forEach(row -> {});
    }
}
