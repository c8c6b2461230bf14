package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.score.AlarmRates;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CalibratedTest {
    private static final List<Duration> HOUR = List.of(Duration.ofHours(1));

    @Test
    void ratesAndTailsFallAndNoneIsZero() {
        Calibrated made = Calibrated.of(NormalSensors.ofOneChannel(1_200, HOUR, 1));

        assertThat(made.sensors()).isEqualTo(16);
        double[] alarms = numbers(made.alarms());
        double[] tail = numbers(made.tail());
        assertThat(alarms).hasSize(AlarmRates.LEVELS);
        assertThat(tail[0]).isBetween(0.1, 1.0);
        assertThat(tail[tail.length - 1]).isGreaterThanOrEqualTo(1e-7);
        for (int k = 1; k < tail.length; k++) {
            assertThat(tail[k]).isBetween(0.49 * tail[k - 1], tail[k - 1]);
        }
        for (double rate : alarms) {
            assertThat(rate).isBetween(1e-7, 0.1);
        }
    }

    @Test
    void theSameSensorsGiveTheSameNumbers() {
        Supplier<Calibrated> many =
                () -> Calibrated.of(NormalSensors.ofManyChannels(800, HOUR, 1, List.of(2, 5)));

        assertThat(many.get().tail()).isEqualTo(many.get().tail());
        assertThat(many.get().alarms()).isEqualTo(many.get().alarms());
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
