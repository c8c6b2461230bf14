package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.trainer.Irregular;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrregularReadingsTest {
    private static final CsvOptions OPTIONS = CsvOptions.sensors("time", "sensor").withOwnTimes();

    @TempDir private Path folder;

    @Test
    void stayAtTheirOwnTimesTheFirstOneOfEach() throws IOException {
        Path file =
                CsvFiles.write(
                        folder,
                        "a.csv",
                        "time,sensor,x",
                        "2020-01-01T00:00:00.000Z,a,1",
                        "2020-01-01T00:00:07.500Z,a,3",
                        "2020-01-01T00:00:01.250Z,a,2",
                        "2020-01-01T00:00:01.250Z,a,99",
                        "2020-01-01T09:00:00.000Z,a,",
                        "2020-01-01T00:00:00.000Z,b,4");

        DataSet data = DataSetReader.read(List.of(file), OPTIONS);
        SensorSeries series = data.series().get(0);
        long start = series.timeMillis(0);

        assertThat(data.isRegular()).isFalse();
        assertThat(data.intervalMillis()).isZero();
        assertThat(data.paceMillis()).as("of 1.25 s, 6.25 s and hours").isEqualTo(6_250);
        assertThat(series.arrivals()).isEqualTo(new Arrivals(5, 1, 1, 0, 0));
        assertThat(series.length()).isEqualTo(4);
        assertThat(series.timeMillis(1)).isEqualTo(start + 1_250);
        assertThat(series.value(1, 0)).isEqualTo(2);
        assertThat(series.value(3, 0)).isNaN();
        assertThat(series.isPresent(3)).isTrue();
        assertThat(data.lastMillis() - data.firstMillis())
                .isEqualTo(Duration.ofHours(9).toMillis());
        assertThat(data.series().get(1).length()).isEqualTo(1);
    }

    @Test
    void areFoundByTheirTimesAndGoOnAtTheirPace() {
        SensorSeries series =
                SensorSeries.irregular(
                        "a", new long[] {10, 13, 50}, 4, new double[][] {{1}, {2}, {3}});

        assertThat(series.slotAt(9)).isZero();
        assertThat(series.slotAt(13)).isEqualTo(1);
        assertThat(series.slotAt(14)).isEqualTo(2);
        assertThat(series.slotAt(51)).isEqualTo(3);
        assertThat(series.slotOf(13)).isEqualTo(1);
        assertThat(series.slotOf(14)).isEqualTo(-1);
        assertThat(series.slotOf(51)).isEqualTo(-1);
        assertThat(series.timeMillis(4)).isEqualTo(58);
        assertThat(series.place(2)).isEqualTo(50);
        assertThat(SensorSeries.of("a", 10, 4, new double[2][1]).place(1)).isEqualTo(1);
    }

    @Test
    void twoReadingsOfOneTimeAreNoSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                SensorSeries.irregular(
                                        "a", new long[] {1, 7, 7}, 4, new double[3][1]))
                .withMessage("times must each be after the one before: 7 after 7");
    }

    @Test
    void haveNoPaceWhereNoSensorHasTwoTimes() {
        DataSetReader reader = new DataSetReader(List.of("x"));
        reader.add(new Row("a", 5, new double[] {1}));
        reader.add(new Row("a", 5, new double[] {1}));
        reader.add(new Row("b", 9, new double[] {1}));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(reader::buildIrregular)
                .withMessageStartingWith("the pace of the readings cannot be found");
    }

    @Test
    void haveNoIntervalEither() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withInterval(Duration.ofHours(1)))
                .withMessage("interval must not be given of irregular readings: PT1H");
    }

    @Test
    void areCutIntoPartsByTime() {
        DataSet data = Irregular.processes(2, 1_000, 1, 3);
        Split split = Split.chronological(data);

        for (SensorSeries series : data.series()) {
            int end = split.trainEnd(series);
            assertThat(series.timeMillis(end - 1)).isLessThan(split.trainUntilMillis());
            assertThat(series.timeMillis(end)).isGreaterThanOrEqualTo(split.trainUntilMillis());
            assertThat(end).isBetween(600, 800);
            assertThat(split.validateEnd(series)).isBetween(end + 50, 950);
        }
    }

    @Test
    void lieOnAGridOfTheirPaceOrOnACoarserOneWhereMostOfItWouldBeEmpty() {
        SensorSeries close =
                SensorSeries.irregular(
                        "a",
                        new long[] {100, 109, 121, 130},
                        10,
                        new double[][] {{1, 5}, {Double.NaN, 6}, {3, 7}, {4, 8}});
        SensorSeries far =
                SensorSeries.irregular(
                        "b", new long[] {0, 10, 20, 10_000_000}, 10, new double[4][2]);

        DataSet grid = Regular.of(data(close));
        assertThat(grid.intervalMillis()).isEqualTo(10);
        assertThat(grid.series().get(0).length()).isEqualTo(4);
        assertThat(grid.series().get(0).value(1, 0)).isNaN();
        assertThat(grid.series().get(0).value(1, 1)).isEqualTo(6);
        assertThat(grid.series().get(0).timeMillis(3)).isEqualTo(130);
        assertThat(Regular.of(data(far)).series().get(0).length()).isBetween(16, 18);
        assertThat(Regular.of(grid)).isSameAs(grid);
    }

    private static DataSet data(SensorSeries series) {
        return new DataSet(List.of("x", "y"), List.of(), 0, 10, List.of(series));
    }
}
