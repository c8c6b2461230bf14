package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    void splitsSeventyFifteenFifteenByTime() throws IOException {
        DataSet data = hourly(100, "1");
        Split split = Split.chronological(data);

        assertThat(split.trainEnd(data.series().get(0))).isEqualTo(70);
        assertThat(split.validateEnd(data.series().get(0))).isEqualTo(85);
        assertThatThrownBy(() -> new Split(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train-until must be before validate-until");
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
                .hasMessage("channel x has no value in the training part");
    }

    private static DataSet dataSet(double[][] values) {
        return new DataSet(List.of("x"), 1, List.of(SensorSeries.of("a", 0, 1, values)), 0, 0);
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
