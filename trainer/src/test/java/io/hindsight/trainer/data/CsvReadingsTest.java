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

    private static final String INSTEAD =
            "; a missing value is empty, NA or NaN; to leave out a column of text, name the"
                    + " channels";

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

    @Test
    void takesEachFileAsOneSensorNamedAfterIt() throws IOException {
        Path first = CsvFiles.write(folder, "pump.7.csv", "time,x", "2020-01-01,1");
        Path second = CsvFiles.gzip(folder, "fan.csv.gz", "time,x", "2020-01-01,2");
        Path third = CsvFiles.write(folder, "valve", "time,x", "2020-01-01,3");

        List<Row> rows = rows(List.of(first, second, third), CsvOptions.sensorFiles("time"));

        assertThat(rows).extracting(Row::sensor).containsExactly("pump.7", "fan", "valve");
    }

    @Test
    void refusesTwoFilesThatWouldBeTheSameSensor() throws IOException {
        Path plain = CsvFiles.write(folder, "pump.csv", "time,x", "2020-01-01,1");
        Path packed = CsvFiles.gzip(folder, "pump.csv.gz", "time,x", "2020-01-01,1");

        assertThatThrownBy(() -> rows(List.of(plain, packed), CsvOptions.sensorFiles("time")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        packed
                                + ": files named after sensors must have unlike names: "
                                + plain
                                + " is of 'pump' too");
    }

    @Test
    void putsGivenChannelsLastAndKeepsTheOrderOfTheOthers() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "time,sensor,x,set,y", "2020-01-01,a,1,2,3");

        CsvReadings all = new CsvReadings(List.of(file), OPTIONS.withGiven(List.of("set")));
        CsvReadings some =
                new CsvReadings(
                        List.of(file),
                        OPTIONS.withChannels(List.of("y")).withGiven(List.of("set")));

        assertThat(all.channels()).containsExactly("x", "y", "set");
        assertThat(all.given()).containsExactly("set");
        assertThat(some.channels()).containsExactly("y", "set");
        List<Row> rows = new ArrayList<>();
        all.forEach(rows::add);
        assertThat(rows.get(0).values()).containsExactly(1, 3, 2);
    }

    @Test
    void refusesToBeGivenAllChannels() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "time,sensor,x", "2020-01-01,a,1");

        assertThatThrownBy(() -> read(file, OPTIONS.withGiven(List.of("x"))))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": there must be a channel to predict: all channels are given");
    }

    @Test
    void refusesALaterFileThatHasMoreOrFewerChannels() throws IOException {
        Path first = CsvFiles.write(folder, "a.csv", "time,sensor,x,y", "2020-01-01,a,1,2");
        Path more = CsvFiles.write(folder, "b.csv", "time,z,sensor,y,x", "2020-01-02,3,a,2,1");
        Path fewer = CsvFiles.write(folder, "c.csv", "time,sensor,x", "2020-01-02,a,1");

        assertThatThrownBy(() -> rows(List.of(first, more), OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        more
                                + ", line 1: must have the channels of "
                                + first
                                + ", [x, y]: it also has [z]; name the channels to leave columns"
                                + " out");
        assertThatThrownBy(() -> rows(List.of(first, fewer), OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        fewer
                                + ", line 1: unknown column: 'y', the columns are"
                                + " [time, sensor, x]");
        assertThat(rows(List.of(first, more), OPTIONS.withChannels(List.of("x", "y")))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "time;sensor;x ! fields must be separated by commas: 'time;sensor;x'",
                "time,sensor,x,x ! a column that is read must have a name of its own: 'x' in"
                        + " [time, sensor, x, x]",
                "time,sensor,,x ! a column that is read must have a name of its own: '' in"
                        + " [time, sensor, , x]",
                "time,machine,x ! unknown column: 'sensor', the columns are [time, machine, x]; say"
                        + " which column names the sensors, or which one sensor this is, or that"
                        + " each file is named after its sensor",
                "time,sensor ! there is no channel column"
            })
    void saysWhatIsWrongWithAHeader(String header, String message) throws IOException {
        Path file = CsvFiles.write(folder, "bad.csv", header);

        assertThatThrownBy(() -> read(file, OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ", line 1: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01T00:00:00Z,a,1x | line 3, column x: not a number: '1x'" + INSTEAD,
                "2020-01-01T00:00:00Z,a,Infinity | line 3, column x: must be finite: 'Infinity'"
                        + INSTEAD,
                "2020-01-01T00:00:00Z,a,1e999 | line 3, column x: must be finite: '1e999'"
                        + INSTEAD,
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
        rows(List.of(file), options);
    }

    private static List<Row> rows(List<Path> files, CsvOptions options) {
        List<Row> rows = new ArrayList<>();
        new CsvReadings(files, options).forEach(rows::add);
        return rows;
    }
}
