package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    @Test
    void rowsCloseTogetherAreOneAlarm() {
        double[] score = new double[40];
        score[2] = 1;
        score[13] = 1;
        score[25] = 1;

        assertThat(Alarms.onNormal(Alarms.unlabelled(score), 1)).isEqualTo(2);
    }

    @Test
    void anomalousRowsGiveNoFalseAlarm() {
        assertThat(Alarms.onNormal(Rows.of("##.", 5, 5, 5), 5)).isEqualTo(1);
        assertThat(Alarms.onNormal(Rows.of("###", 5, 5, 5), 5)).isZero();
    }

    @Test
    void theThresholdIsTheLowestBeforeTheFirstThatGivesTooMany() {
        double[] score = new double[60];
        score[0] = 9;
        score[20] = 8;
        score[10] = 7;
        score[40] = 6;
        score[55] = 5;
        List<Scored> series = List.of(Alarms.unlabelled(score));

        assertThat(Alarms.threshold(series, 1)).isEqualTo(9);
        // Row 10 joins both others to one alarm.
        assertThat(Alarms.threshold(series, 2)).isEqualTo(6);
        assertThat(Alarms.threshold(series, 0)).isInfinite();
    }

    @Test
    void theThresholdIsTheOneThatCountingAgainFinds() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            double[] one = random.doubles(200).map(x -> Math.rint(20 * x)).toArray();
            double[] other = random.doubles(150).map(x -> Math.rint(20 * x)).toArray();
            List<Scored> series = List.of(Alarms.unlabelled(one), Alarms.unlabelled(other));
            int most = random.nextInt(20);
            double expected = Double.POSITIVE_INFINITY;
            for (double at = 20; at >= 0; at--) {
                double threshold = at;
                if (series.stream().mapToInt(s -> Alarms.onNormal(s, threshold)).sum() > most) {
                    break;
                }
                expected = threshold;
            }
            assertThat(Alarms.threshold(series, most))
                    .as("round %d, seed %d", round, seed)
                    .isEqualTo(expected);
        }
    }
}
