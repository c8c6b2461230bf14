package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {
    private static final int ROWS = 1_500;
    private static final int SPIKE = 1_400;

    static List<DetectorKind> kinds() {
        return Detectors.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSpikeIsStrangerThanWhatIsAroundIt(DetectorKind kind) {
        double[] scores = kind.scores(series(noise(ROWS)));

        for (int i = SPIKE - 100; i < SPIKE; i++) {
            assertThat(scores[SPIKE]).as("row %d", i).isGreaterThan(scores[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatComesLaterChangesNothing(DetectorKind kind) {
        double[] all = kind.scores(series(noise(ROWS)));
        double[] begin = kind.scores(series(Arrays.copyOf(noise(ROWS), 700)));

        assertThat(begin).isEqualTo(Arrays.copyOf(all, 700));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aHoleIsNoAlarm(DetectorKind kind) {
        double[] values = noise(ROWS);
        values[1_000] = Double.NaN;

        double[] scores = kind.scores(series(values));

        assertThat(scores[1_000]).isLessThan(scores[SPIKE]);
        assertThat(scores).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesSeveralChannels(DetectorKind kind) {
        StreamDetector detector = kind.fresh(2);
        double[] noise = noise(ROWS);
        double before = 0;
        for (int i = 0; i < SPIKE; i++) {
            before = detector.score(i * 60_000L, new double[] {noise[i], 2 * noise[i]});
        }

        double spike = detector.score(SPIKE * 60_000L, new double[] {noise[5], 100});

        assertThat(spike).isGreaterThan(before);
    }

    @Test
    void isFoundByItsName() {
        assertThat(Detectors.named("rcf,ewma-z"))
                .extracting(DetectorKind::name)
                .containsExactly("rcf", "ewma-z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detectors.named("rfc"))
                .withMessageContaining("windowed-gaussian")
                .withMessageContaining("rfc");
    }

    @Test
    void complementaryErrorFunctionIsThatOfTheTables() {
        assertThat(Erfc.of(0)).isCloseTo(1, within(1e-6));
        assertThat(Erfc.of(1) / 0.157299207050285).isCloseTo(1, within(2e-7));
        assertThat(Erfc.of(5) / 1.537459794428035e-12).isCloseTo(1, within(2e-7));
    }

    private static double[] noise(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = random.doubles(rows).toArray();
        values[SPIKE] = 40;
        return values;
    }

    private static LabelledSeries series(double[] values) {
        long[] times = new long[values.length];
        Arrays.setAll(times, i -> i * 60_000L);
        return new LabelledSeries("noise", times, values, List.of());
    }
}
