package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetReaderTest {
    private static final CsvOptions OPTIONS = CsvOptions.sensors("time", "sensor");

    @TempDir private Path folder;

    @Test
    void putsReadingsOnTheGridOfTheMostFrequentStep() throws IOException {
        Path file =
                CsvFiles.write(
                        folder,
                        "a.csv",
                        "time,sensor,x",
                        "2020-01-01 00:00:00,a,1",
                        "2020-01-01 02:00:00,a,3",
                        "2020-01-01 01:00:00,a,2",
                        "2020-01-01 01:00:00,a,99",
                        "2020-01-01 05:00:00,a,6");

        DataSet data = DataSetReader.read(List.of(file), OPTIONS);
        SensorSeries series = data.series().get(0);

        assertThat(data.intervalMillis()).isEqualTo(Duration.ofHours(1).toMillis());
        assertThat(data.duplicates()).isEqualTo(1);
        assertThat(data.outOfOrder()).isEqualTo(1);
        assertThat(series.length()).isEqualTo(6);
        assertThat(series.value(1, 0)).isEqualTo(2);
        assertThat(series.value(3, 0)).isNaN();
        assertThat(series.isPresent(3)).isFalse();
        assertThat(series.isPresent(5)).isTrue();
        assertThat(series.slotAt(series.timeMillis(5))).isEqualTo(5);
        assertThat(series.slotAt(series.timeMillis(4) + 1)).isEqualTo(5);
    }

    @Test
    void countsForEachSensorWhatItDropsAndMoves() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "calm", 0, 100, 200, 300);
        add(reader, "wild", 0, 200, 100, 100, 310, 400);

        DataSet data = reader.build(0);

        assertThat(data.series().get(0).arrivals()).isEqualTo(new Arrivals(4, 0, 0, 0, 0));
        assertThat(data.series().get(1).arrivals()).isEqualTo(new Arrivals(6, 1, 1, 1, 10));
        assertThat(data.duplicates()).isEqualTo(1);
        assertThat(data.outOfOrder()).isEqualTo(1);
    }

    @Test
    void sensorsStandInTheOrderOfTheirNames() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "b", 0, 100, 200);
        add(reader, "a", 0, 100, 200);

        assertThat(reader.build(0).series())
                .extracting(SensorSeries::sensor)
                .containsExactly("a", "b");
    }

    @Test
    void takesTheGridFromMostReadingsAndNotFromTheFirst() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "a", 1_040, 1_100, 1_200, 1_300, 1_400);

        SensorSeries series = reader.build(100).series().get(0);

        assertThat(series.timeMillis(0)).isEqualTo(1_000);
        assertThat(series.length()).isEqualTo(5);
        assertThat(series.arrivals()).isEqualTo(new Arrivals(5, 0, 0, 1, 40));
    }

    @Test
    void keepsAWaveringClockInItsSlots() {
        SplittableRandom random = new SplittableRandom(5);
        long[] times = new long[2_000];
        for (int k = 0; k < times.length; k++) {
            times[k] = 10_000L * k + random.nextInt(-900, 900);
        }
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "a", times);

        DataSet data = reader.build(0);

        assertThat(data.intervalMillis()).isBetween(9_999L, 10_001L);
        assertThat(data.duplicates()).isZero();
        assertThat(data.slots()).isEqualTo(2_000);
    }

    @Test
    void givesEachMonthASlotOfItsOwn() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        LocalDate first = LocalDate.of(1949, 1, 1);
        for (int k = 0; k < 1_200; k++) {
            long time = first.plusMonths(k).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            add(reader, "a", time);
        }

        DataSet data = reader.build(0);

        assertThat(data.slots()).isEqualTo(1_200);
        assertThat(data.duplicates()).isZero();
    }

    @Test
    void findsTheIntervalAlsoWhereMostReadingsAreMissing() {
        SplittableRandom random = new SplittableRandom(6);
        long[] times =
                LongStream.range(0, 5_000)
                        .filter(k -> random.nextInt(5) == 0)
                        .map(k -> 60 * k)
                        .toArray();
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "a", times);

        assertThat(reader.build(0).intervalMillis()).isEqualTo(60);
    }

    @Test
    void refusesSensorsOfUnlikeIntervalsUnlessTheIntervalIsGiven() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "often", LongStream.range(0, 400).map(k -> 60_000 * k).toArray());
        add(reader, "seldom", LongStream.range(0, 100).map(k -> 900_000 * k).toArray());

        assertThatThrownBy(() -> reader.build(0))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "sensor seldom, from 1970-01-01T00:00:00Z: its readings come every PT15M,"
                                + " the data's interval is PT1M: give the interval to put all on"
                                + " one grid, or train what has another interval apart");
        assertThat(reader.build(60_000).slots()).isEqualTo(400 + 99 * 15 + 1);
    }

    @Test
    void refusesASensorThatChangesItsInterval() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        add(reader, "a", LongStream.range(0, 300).map(k -> 60_000 * k).toArray());
        add(reader, "a", LongStream.range(0, 100).map(k -> 20_000_000 + 5_000 * k).toArray());

        assertThatThrownBy(() -> reader.build(0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("its readings come every PT5S, the data's interval is PT1M");
    }

    @Test
    void saysThatAFileHasOnlyAHeader() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "time,sensor,x");

        assertThatThrownBy(() -> DataSetReader.read(List.of(file), OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": there must be a row of readings: there is only a header");
    }

    @Test
    void saysThatTheIntervalCannotBeFoundFromOneTime() throws IOException {
        Path file = CsvFiles.write(folder, "a.csv", "time,sensor,x", "2020-01-01,a,1");

        assertThatThrownBy(() -> DataSetReader.read(List.of(file), OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the interval cannot be found, no sensor has two times: record longer, or"
                                + " give the interval");
    }

    @Test
    void carriesWhichChannelsAreGiven() throws IOException {
        Path file =
                CsvFiles.write(
                        folder,
                        "a.csv",
                        "time,sensor,set,x",
                        "2020-01-01,a,1,2",
                        "2020-01-02,a,3,4");

        DataSet data = DataSetReader.read(List.of(file), OPTIONS.withGiven(List.of("set")));

        assertThat(data.channels()).containsExactly("x", "set");
        assertThat(data.given()).containsExactly("set");
        assertThat(data.predicted()).containsExactly("x");
        assertThat(data.series().get(0).value(1, 1)).isEqualTo(3);
    }

    private static void add(DataSetReader reader, String sensor, long... times) {
        for (long time : times) {
            reader.add(new Row(sensor, time, new double[] {1}));
        }
    }

    @Test
    void splitsSeventyFifteenFifteenByTime() throws IOException {
        DataSet data = hourly(100, "1");
        Split split = Split.chronological(data);

        assertThat(split.trainEnd(data.series().get(0))).isEqualTo(70);
        assertThat(split.validateEnd(data.series().get(0))).isEqualTo(85);
        assertThatThrownBy(() -> new Split(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train-until must be before validate-until");
        assertThatThrownBy(() -> Split.chronological(dataSet(new double[9][1])))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the data must have 10 slots to be split into three parts: 9; record"
                                + " longer");
    }

    @Test
    void takesStatisticsFromTheTrainingPartAlone() {
        double[][] values = {{1}, {3}, {Double.NaN}, {1000}, {1000}};
        DataSet data = dataSet(values);
        Split split = new Split(3, 4);

        Statistics statistics = Statistics.ofTraining(data, split);

        assertThat(statistics.normaliser().mean()[0]).isEqualTo(2, Offset.offset(1e-12));
        assertThat(statistics.normaliser().scale()[0]).isEqualTo(1, Offset.offset(1e-12));
        assertThat(statistics.notes()).isEmpty();
    }

    @Test
    void aConstantChannelGetsScaleOneAndANote() {
        Statistics statistics =
                Statistics.ofTraining(
                        dataSet(new double[][] {{0.1}, {0.1}, {0.1}}), new Split(3, 4));

        assertThat(statistics.normaliser().scale()[0]).isEqualTo(1);
        assertThat(statistics.notes()).singleElement().asString().contains("x never changes");
    }

    @Test
    void aChannelWithoutAnyTrainingValueIsAnError() {
        DataSet data = dataSet(new double[][] {{Double.NaN}, {Double.NaN}, {5}});

        assertThatThrownBy(() -> Statistics.ofTraining(data, new Split(2, 3)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "channel x has no value in the training part: leave it out by naming the"
                                + " others, or train until a later time");
    }

    private static DataSet dataSet(double[][] values) {
        return new DataSet(List.of("x"), 1, List.of(SensorSeries.of("a", 0, 1, values)));
    }

    private DataSet hourly(int rows, String value) throws IOException {
        String[] lines = new String[rows + 1];
        lines[0] = "time,sensor,x";
        for (int k = 0; k < rows; k++) {
            lines[k + 1] = "2020-01-%02dT%02d:00:00Z,a,%s".formatted(1 + k / 24, k % 24, value);
        }
        return DataSetReader.read(List.of(CsvFiles.write(folder, "h.csv", lines)), OPTIONS);
    }
}
