package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static final long START = 1_704_067_200_000L;
    private static final long FIVE_MINUTES = 300_000;
    private static final int DAY = 288;
    private static final long SEED = 17;

    @Test
    void onNormalDataTheShareOfScoresAboveIsWhatTheScoreSays() {
        Detector detector = new Detector(1, 1);
        Judgement judgement = detector.newJudgement();
        Random random = new Random(SEED);
        int[] above = new int[3];
        int scored = 0;
        for (int i = 0; i < 60_000; i++) {
            double[] values = {day(i) + random.nextGaussian()};
            detector.judge(START + i * FIVE_MINUTES, values, judgement);
            if (i > 10_000) {
                scored++;
                for (int s = 1; s <= 3; s++) {
                    above[s - 1] += judgement.score > s ? 1 : 0;
                }
            }
        }
        assertThat(above[0] / (double) scored).isCloseTo(1e-1, within(0.3e-1));
        assertThat(above[1] / (double) scored).isCloseTo(1e-2, within(0.4e-2));
        assertThat(above[2] / (double) scored).isCloseTo(1e-3, within(0.7e-3));
    }

    @Test
    void raisesAsManyAlarmsInAYearAsWereAgreed() {
        for (double agreed : new double[] {1, 4, 30}) {
            int alarms = 0;
            for (int sensor = 0; sensor < 6; sensor++) {
                Random random = new Random(SEED + sensor);
                alarms += alarms(agreed, 365 * DAY, i -> 2 * day(i) + random.nextGaussian()).size();
            }
            assertThat(alarms / 6.0 / (365 / 30.0))
                    .as("agreed %s, seed %d", agreed, SEED)
                    .isBetween(0.7 * agreed, 1.3 * agreed);
        }
    }

    @Test
    void aSignalThatIsAlwaysTheSameScoresNothingAndTheFirstOtherValueNotTheHighest() {
        Detector detector = new Detector(1, 1);
        Judgement judgement = detector.newJudgement();
        for (int i = 0; i < 5_000; i++) {
            detector.judge(START + i * FIVE_MINUTES, new double[] {7}, judgement);
            assertThat(judgement.score).isZero();
            assertThat(judgement.alarm).isFalse();
        }
        detector.judge(START + 5_000 * FIVE_MINUTES, new double[] {8}, judgement);
        assertThat(judgement.score).isBetween(2.0, 6.0);
    }

    @Test
    void findsASpikeAndAShift() {
        IntToDoubleFunction noisy = noisyDay();
        assertThat(alarms(1, 9_000, i -> noisy.applyAsDouble(i) + (i == 8_000 ? 15 : 0)))
                .contains(8_000);
        IntToDoubleFunction again = noisyDay();
        assertThat(alarms(1, 9_000, i -> again.applyAsDouble(i) + (i >= 8_000 ? 12 : 0)))
                .anyMatch(row -> row >= 8_000 && row < 8_020);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e6})
    void scaleChangesNoAlarm(double scale) {
        assertThat(sameAlarms(value -> value * scale)).isTrue();
    }

    @Test
    void offsetAndSignChangeNoAlarm() {
        assertThat(sameAlarms(value -> 64 - value)).isTrue();
    }

    @Test
    void theSameSignalAskedTwiceAsOftenHasTheSameAlarms() {
        IntToDoubleFunction once = spiky(noisyDay());
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            values.add(once.applyAsDouble(i));
        }
        List<Integer> plain = alarms(4, 9_000, FIVE_MINUTES, values::get);
        List<Integer> twice =
                alarms(4, 18_000, FIVE_MINUTES / 2, i -> values.get(i / 2)).stream()
                        .map(row -> row / 2)
                        .toList();
        assertThat(plain).hasSizeGreaterThan(5);
        long near =
                plain.stream()
                        .filter(row -> twice.stream().anyMatch(r -> Math.abs(r - row) <= 12))
                        .count();
        assertThat(near).isGreaterThanOrEqualTo(plain.size() - 2);
        assertThat(twice.size()).isBetween(plain.size() - 2, plain.size() + 2);
    }

    @Test
    void findsHowManyReadingsMakeABeat() {
        IntToDoubleFunction once = noisyDay();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            values.add(once.applyAsDouble(i));
        }
        for (int readings : new int[] {1, 2, 5}) {
            Detector detector = new Detector(1, 1);
            Judgement judgement = detector.newJudgement();
            for (int i = 0; i < 100; i++) {
                double[] value = {values.get(i / readings)};
                detector.judge(START + i * FIVE_MINUTES, value, judgement);
            }
            assertThat(detector.readingsPerBeat()).isEqualTo(readings);
            assertThat(judgement.warming).isEqualTo(100 * readings - 99);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e300, -1e300})
    void oneGlitchDoesNotHideWhatComesAfterIt(double glitch) {
        IntToDoubleFunction noisy = noisyDay();
        assertThat(
                        alarms(
                                4,
                                9_000,
                                i ->
                                        i == 3_000
                                                ? glitch
                                                : noisy.applyAsDouble(i) + (i >= 8_000 ? 30 : 0)))
                .contains(3_000)
                .anyMatch(row -> row >= 8_000 && row < 8_020);
    }

    @Test
    void aChangedPaceOfReadingsRaisesAnAlarmAndASingleGapDoesNot() {
        for (int channels : new int[] {1, 3}) {
            assertThat(alarmsAtPace(channels, i -> i == 8_000 ? 200 : 1))
                    .noneMatch(row -> row >= 8_000 && row < 8_050);
            assertThat(alarmsAtPace(channels, i -> i >= 8_000 ? 0.2 : 1))
                    .anyMatch(row -> row >= 8_000 && row < 8_050);
            assertThat(alarmsAtPace(channels, i -> i >= 8_000 ? 3 : 1))
                    .anyMatch(row -> row >= 8_000 && row < 8_050);
        }
    }

    private static List<Integer> alarmsAtPace(int channels, IntToDoubleFunction intervals) {
        Detector detector = new Detector(channels, 1);
        Judgement judgement = detector.newJudgement();
        Random random = new Random(SEED);
        List<Integer> alarms = new ArrayList<>();
        double time = START;
        double[] values = new double[channels];
        for (int i = 0; i < 8_500; i++) {
            time += FIVE_MINUTES * intervals.applyAsDouble(i);
            for (int d = 0; d < channels; d++) {
                values[d] = random.nextGaussian();
            }
            detector.judge((long) time, values, judgement);
            if (judgement.alarm) {
                alarms.add(i);
            }
        }
        return alarms;
    }

    @Test
    void countsDownWhileItWarmsAndSaysNothingOfAHole() {
        Detector detector = new Detector(2, 1);
        Judgement judgement = detector.newJudgement();
        Random random = new Random(SEED);
        int before = Integer.MAX_VALUE;
        for (int i = 0; i < 99; i++) {
            double[] values = {random.nextGaussian(), random.nextGaussian()};
            detector.judge(START + i * FIVE_MINUTES, values, judgement);
            assertThat(judgement.warming).isLessThan(before).isPositive();
            assertThat(judgement.score).isLessThanOrEqualTo(3);
            before = judgement.warming;
        }
        double[] holes = {Double.NaN, Double.NaN};
        detector.judge(START + 99 * FIVE_MINUTES, holes, judgement);
        assertThat(judgement.score).isNaN();
        assertThat(judgement.alarm).isFalse();
    }

    @Test
    void saysWhichChannelItWasAndWhatTheScoreWouldBeWithoutIt() {
        Detector detector = new Detector(4, 1);
        Judgement judgement = detector.newJudgement();
        Random random = new Random(SEED);
        for (int i = 0; i <= 3_000; i++) {
            double[] values = new double[4];
            for (int d = 0; d < 4; d++) {
                values[d] = random.nextGaussian() + (i == 3_000 && d == 2 ? 60 : 0);
            }
            detector.judge(START + i * FIVE_MINUTES, values, judgement);
        }
        assertThat(judgement.score).isGreaterThan(3);
        assertThat(judgement.share[2]).isGreaterThan(0.6f);
        assertThat(judgement.without[2]).isLessThan(judgement.score - 1);
        assertThat(judgement.without[0]).isGreaterThan(judgement.without[2]);
    }

    @Test
    void refusesWhatMeansNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Detector(0, 1));
    }

    private static boolean sameAlarms(DoubleUnaryOperator change) {
        IntToDoubleFunction plain = spiky(noisyDay());
        IntToDoubleFunction changed = spiky(noisyDay());
        return alarms(4, 6_000, plain)
                .equals(alarms(4, 6_000, i -> change.applyAsDouble(changed.applyAsDouble(i))));
    }

    private static IntToDoubleFunction noisyDay() {
        Random random = new Random(SEED);
        return i -> Math.round(256 * (5 * day(i) + random.nextGaussian())) / 256.0;
    }

    private static IntToDoubleFunction spiky(IntToDoubleFunction calm) {
        return i -> calm.applyAsDouble(i) + (i % 700 == 650 ? 8 + i / 700 : 0);
    }

    private static double day(int reading) {
        return Math.sin(2 * Math.PI * reading / DAY);
    }

    private static List<Integer> alarms(double agreed, int rows, IntToDoubleFunction values) {
        return alarms(agreed, rows, FIVE_MINUTES, values);
    }

    private static List<Integer> alarms(
            double agreed, int rows, long interval, IntToDoubleFunction values) {
        Detector detector = new Detector(1, agreed);
        Judgement judgement = detector.newJudgement();
        List<Integer> alarms = new ArrayList<>();
        double[] value = new double[1];
        for (int i = 0; i < rows; i++) {
            value[0] = values.applyAsDouble(i);
            detector.judge(START + i * interval, value, judgement);
            if (judgement.alarm) {
                alarms.add(i);
            }
        }
        return alarms;
    }
}
