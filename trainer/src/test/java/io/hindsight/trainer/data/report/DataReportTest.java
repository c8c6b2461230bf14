package io.hindsight.trainer.data.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindsight.trainer.data.Arrivals;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataReportTest {
    private static final double NONE = Double.NaN;
    private static final Split SPLIT = new Split(50, 70);

    @Test
    void countsHolesAndTheirRunsOverAllSensors() {
        DataReport report = report(column(1, NONE, 2, NONE, NONE, 3, NONE), column(NONE, 4));

        HoleReport all = report.channels().get(0).holes();
        HoleReport first = report.sensors().get(0).channels().get(0).holes();

        assertThat(first.count()).isEqualTo(4);
        assertThat(first.share()).isEqualTo(4 / 7.0);
        assertThat(first.longestRun()).isEqualTo(2);
        assertThat(first.runs()).containsEntry("1", 2L).containsEntry("2-5", 1L);
        assertThat(all.count()).isEqualTo(5);
        assertThat(all.runs()).as("no hole goes on into the next sensor").containsEntry("1", 3L);
        assertThat(all.runCount()).isEqualTo(4);
        assertThat(report.channels().get(0).presentShare()).isEqualTo(4 / 9.0);
    }

    @Test
    void sortsHolesIntoBucketsByTheirLength() {
        double[] values = new double[1 + 5 + 1 + 6 + 1 + 24 + 1 + 25 + 1 + 100 + 1 + 101 + 1];
        int slot = 0;
        for (int length : new int[] {5, 6, 24, 25, 100, 101}) {
            values[slot++] = 1;
            for (int k = 0; k < length; k++) {
                values[slot++] = NONE;
            }
        }

        HoleReport holes = report(column(values)).channels().get(0).holes();

        assertThat(holes.runs().values()).containsExactly(0L, 1L, 2L, 2L, 1L);
        assertThat(holes.longestRun()).isEqualTo(101);
    }

    @Test
    void measuresValuesWithoutTheHoles() {
        ChannelReport channel = report(column(0, 2, NONE, 2, 2, 0, 4)).channels().get(0);

        assertThat(channel.min()).isZero();
        assertThat(channel.max()).isEqualTo(4);
        assertThat(channel.mean()).isCloseTo(10 / 6.0, within(1e-12));
        assertThat(channel.sd()).isCloseTo(Math.sqrt(28 / 6.0 - 100 / 36.0), within(1e-12));
        assertThat(channel.zeroShare()).isEqualTo(2 / 6.0);
        assertThat(channel.longestEqualRun()).isEqualTo(3);
        assertThat(channel.fewValues()).isEqualTo(3);
        assertThat(channel.constant()).isFalse();
    }

    @Test
    void tellsAConstantChannelAnEmptyOneAndOneOfManyValues() {
        double[] many = new double[11];
        for (int k = 0; k < many.length; k++) {
            many[k] = k;
        }
        ChannelReport constant = report(column(-0.0, 0.0)).channels().get(0);
        ChannelReport empty = report(column(NONE, NONE)).channels().get(0);

        assertThat(constant.constant()).isTrue();
        assertThat(empty.constant()).isFalse();
        assertThat(empty.mean()).isNull();
        assertThat(empty.fewValues()).isNull();
        assertThat(report(column(many)).channels().get(0).fewValues()).isNull();
    }

    @Test
    void tellsOfEachSensorHowItsReadingsCame() {
        DataSetReader reader = new DataSetReader(List.of("x", "set"), List.of("set"));
        for (long time : new long[] {0, 10, 60, 50, 51, 70}) {
            reader.add(new Row("a", time, new double[] {time, NONE}));
        }

        DataReport report = DataReport.of(reader.build(10), SPLIT);
        SensorReport sensor = report.sensors().get(0);

        assertThat(report.from()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(report.interval()).isEqualTo("PT0.01S");
        assertThat(report.parts()).isEqualTo(new DataReport.Parts(5, 2, 1));
        assertThat(sensor.slots()).isEqualTo(8);
        assertThat(sensor.presentShare()).isEqualTo(5 / 8.0);
        assertThat(sensor.missingShare()).isEqualTo(11 / 16.0);
        assertThat(sensor.longestSilence()).isEqualTo(3);
        assertThat(sensor.arrivals()).isEqualTo(new Arrivals(6, 1, 1, 1, 1));
        assertThat(report.channels()).extracting(ChannelReport::given).containsExactly(false, true);
    }

    @Test
    void isWrittenAsJsonThatNeedsNoSpecialNumbers() throws Exception {
        String text = new ObjectMapper().writeValueAsString(report(column(1, 2), column(NONE)));

        JsonNode json = new ObjectMapper().readTree(text);

        assertThat(text).doesNotContain("NaN", "Infinity");
        assertThat(json.at("/channels/0/mean").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/sensors/1/channels/0/holes/runs/1").asLong()).isEqualTo(1);
        assertThat(json.at("/sensors/0/arrivals/readings").asLong()).isEqualTo(2);
    }

    private static DataReport report(double[][]... sensors) {
        List<SensorSeries> series =
                IntStream.range(0, sensors.length)
                        .mapToObj(k -> SensorSeries.of("s" + k, 0, 10, sensors[k]))
                        .toList();
        return DataReport.of(new DataSet(List.of("x"), 10, series), SPLIT);
    }

    private static double[][] column(double... values) {
        double[][] rows = new double[values.length][1];
        for (int t = 0; t < values.length; t++) {
            rows[t][0] = values[t];
        }
        return rows;
    }
}
