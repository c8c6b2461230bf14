package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalSensorsTest {
    private static final List<Duration> HOUR = List.of(Duration.ofHours(1));

    @Test
    void channelsOfASensorHaveSomethingInCommon() {
        SensorRun sensor = NormalSensors.ofManyChannels(2_000, HOUR, 1, List.of(8)).get(0).get();

        double most =
                IntStream.range(1, 8)
                        .mapToDouble(j -> Math.abs(correlation(sensor, j)))
                        .max()
                        .orElseThrow();

        assertThat(sensor.channels).hasSize(8);
        assertThat(most).isGreaterThan(0.2);
    }

    @Test
    void theSensorsOfAListAreUnlike() {
        assertThat(NormalSensors.ofOneChannel(500, HOUR, 2))
                .extracting(one -> Arrays.toString(one.get().channels.get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void allRowsAreLedThroughADetector() {
        SensorRun sensor = NormalSensors.ofOneChannel(300, HOUR, 1).get(0).get();
        int[] heard = {0};

        sensor.through(200, 1, (row, said) -> assertThat(row).isEqualTo(heard[0]++));

        assertThat(heard[0]).isEqualTo(200);
        assertThat(correlation(sensor, 0)).isEqualTo(1, within(1e-9));
    }

    private static double correlation(SensorRun sensor, int j) {
        double[] x = sensor.channels.get(0);
        double[] y = sensor.channels.get(j);
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = 0; t < x.length; t++) {
            xy += (x[t] - mx) * (y[t] - my);
            xx += (x[t] - mx) * (x[t] - mx);
            yy += (y[t] - my) * (y[t] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
