package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a sensor is promised however its signal behaves, on recordings of each kind that is hard to
 * judge. Where the data has no such kind, it is made of a recording: a counter adds up the wind,
 * what was frozen holds the first value of carbon monoxide, and a constant is a constant.
 */
class DifficultSignalsTest {
    private static final int LATE = 2_800;

    /** What comes so soon behind an alarm is part of the same rise. */
    private static final int RISE = 12;

    private static final int FEW = 6;

    /** Alarms may come in swarms: real signals have events, and a small count scatters. */
    private static final double SLACK = 2;

    private static final Piece WIND = Piece.recorded("wind", Piece.HOUR);
    private static final Piece RAIN = Piece.recorded("rain", Piece.HOUR);
    private static final Piece GAS = Piece.recorded("carbon-monoxide", Piece.HOUR);
    private static final Piece CLIPPED = Piece.recorded("clipped-load", Piece.FIVE_MINUTES);
    private static final Piece IDLE = Piece.recorded("idle-load", Piece.FIVE_MINUTES);
    private static final Piece COUNTER = WIND.summed();
    private static final Piece CONSTANT = WIND.with("constant", 3_000, i -> 7);
    private static final int FROZEN = 1_000;
    private static final Piece THAWED =
            GAS.with("frozen before", 3_000, i -> GAS.values()[Math.max(0, i - FROZEN)]);

    static Stream<Piece> signals() {
        return Stream.of(WIND, RAIN, GAS, CLIPPED, IDLE, COUNTER, CONSTANT, THAWED);
    }

    static Stream<Arguments> signalsAndRates() {
        return signals()
                .flatMap(signal -> Stream.of(1, 4, 30).map(rate -> Arguments.of(signal, rate)));
    }

    @ParameterizedTest(name = "{0}, {1} a month")
    @MethodSource("signalsAndRates")
    void raisesNoMoreAlarmsThanAgreedAndALittle(Piece signal, double agreed) {
        double bound = SLACK * agreed * (signal.months() + lentMonths(signal, agreed)) + SLACK;
        assertThat(signal.alarms(agreed)).hasSizeLessThanOrEqualTo((int) bound);
    }

    @ParameterizedTest
    @MethodSource("signals")
    void everyScoreIsFiniteAndSaysNoMoreThanThePastCanBear(Piece signal) {
        List<Judgement> judged = signal.judged(1);
        for (int i = 0; i < signal.size(); i++) {
            if (Double.isNaN(signal.values()[i])) {
                assertThat(judged.get(i).score).as("hole %d", i).isNaN();
            } else {
                assertThat(judged.get(i).score)
                        .as("reading %d", i)
                        .isFinite()
                        .isBetween(0.0, Math.log10((i + 200) / 0.1));
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} a month")
    @MethodSource("signalsAndRates")
    void findsWhatAPersonSeesAtOnce(Piece signal, double agreed) {
        double far = signal.largest() + 1.5 * Math.max(1, signal.largest() - signal.least());
        int at = quietTime(signal, agreed);
        assertFound(signal, agreed, at, i -> i < at + FEW ? far : signal.values()[i]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 30})
    void findsACounterThatBeginsAnew(double agreed) {
        int at = quietTime(COUNTER, agreed);
        assertFound(COUNTER, agreed, at, i -> COUNTER.values()[i] - COUNTER.values()[at]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 30})
    void aConstantPartScoresNothingAndTheFirstOtherReadingNotTheHighest(double agreed) {
        for (Piece signal : List.of(CONSTANT, THAWED)) {
            List<Judgement> judged = signal.judged(agreed);
            assertThat(judged.subList(0, FROZEN))
                    .allSatisfy(
                            one -> {
                                assertThat(one.score).isZero();
                                assertThat(one.alarm).isFalse();
                            });
        }
        double first = THAWED.judged(agreed).get(FROZEN + 1).score;
        assertThat(first).isLessThanOrEqualTo(Math.log10((FROZEN + 200) / 0.1));
    }

    /** The first late reading that has no alarm right before it. */
    private static int quietTime(Piece signal, double agreed) {
        List<Integer> alarms = signal.alarms(agreed);
        return IntStream.range(LATE, signal.size())
                .filter(at -> alarms.stream().noneMatch(i -> i < at && i >= at - RISE))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFound(
            Piece signal, double agreed, int at, IntToDoubleFunction event) {
        Piece changed =
                signal.with(
                        "with an event",
                        signal.size(),
                        i -> i < at ? signal.values()[i] : event.applyAsDouble(i));
        assertThat(changed.alarms(agreed))
                .as("an event at %d", at)
                .anyMatch(i -> i >= at && i < at + FEW);
    }

    /** What a young sensor is lent, in months of what it may raise. */
    private static double lentMonths(Piece signal, double agreed) {
        double perReading = agreed * signal.intervalMillis() / Allowance.MONTH_MILLIS;
        double times = Math.min(10, 1.2e-3 / perReading);
        return 0.5 * Math.max(0, times - 1) * (1 - Math.exp(-2 * signal.months()));
    }
}
