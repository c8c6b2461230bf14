package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Twenty rows, of which the first three are probation, and a window from row 10 to 13. */
class NabScorerTest {
    private static final int ROWS = 20;
    private static final RowWindow WINDOW = new RowWindow(10, 14);
    private static final double EXACT = 1e-9;

    /** σ at −1, −1/2 and 1/3. */
    private static final double AT_BEGIN = 0.9866142981514305;

    private static final double HALF_WAY = 0.8482836399575131;
    private static final double ONE_BEHIND = -0.6822617902381697;

    @Test
    void silenceIsWorthNothing() {
        NabScore score = at(2, alarms());

        assertThat(score.score()).isEqualTo(0);
        assertThat(score.found()).isEqualTo(0);
        assertThat(score.windows()).isEqualTo(1);
        assertThat(score.rows()).isEqualTo(17);
    }

    @Test
    void anAlarmAtTheBeginOfTheWindowIsPerfect() {
        assertThat(at(1, alarms(10)).score()).isCloseTo(100, within(EXACT));
    }

    @Test
    void anAlarmInTheMiddleIsWorthLess() {
        double worth = HALF_WAY / AT_BEGIN;

        assertThat(at(1, alarms(12)).score()).isCloseTo(100 * (worth + 1) / 2, within(EXACT));
    }

    @Test
    void onlyTheBestAlarmOfAWindowCounts() {
        assertThat(at(1, alarms(10, 11, 13)).score()).isCloseTo(100, within(EXACT));
        assertThat(at(1, alarms(10, 11, 13)).found()).isEqualTo(1);
    }

    @Test
    void anAlarmBeforeTheFirstWindowCostsAll() {
        NabScore score = at(1, alarms(5, 10));

        assertThat(score.score()).isCloseTo(100 * (1 - 0.11 + 1) / 2, within(EXACT));
        assertThat(score.falseAlarms()).isEqualTo(1);
        assertThat(score.falseAlarmsPerThousandRows()).isCloseTo(1_000.0 / 17, within(EXACT));
    }

    @Test
    void anAlarmShortlyAfterAWindowCostsLess() {
        double expected = 100 * (1 + 0.11 * ONE_BEHIND + 1) / 2;

        assertThat(at(1, alarms(10, 14)).score()).isCloseTo(expected, within(EXACT));
    }

    @Test
    void aMissCostsTwiceWhereMissesAreDear() {
        NabScorer scorer = scorer(alarms(5, 10));

        assertThat(scorer.at(NabProfile.LOW_FALSE_NEGATIVES, 1).score())
                .isCloseTo(100 * (1 - 0.11 + 2) / 3, within(EXACT));
        assertThat(scorer.at(NabProfile.LOW_FALSE_POSITIVES, 1).score())
                .isCloseTo(100 * (1 - 0.22 + 1) / 2, within(EXACT));
    }

    @Test
    void rowsOfProbationDoNotCount() {
        assertThat(at(1, alarms(0, 1, 2, 10)).score()).isCloseTo(100, within(EXACT));
    }

    @Test
    void aWindowWithinProbationIsNone() {
        LabelledSeries series = series(List.of(new RowWindow(0, 3), WINDOW));

        NabScorer scorer = new NabScorer(List.of(new ScoredSeries(series, alarms(10))));

        assertThat(scorer.at(NabProfile.STANDARD, 1).windows()).isEqualTo(1);
    }

    @Test
    void findsTheBestThreshold() {
        double[] scores = new double[ROWS];
        scores[10] = 3;
        scores[4] = 2;
        scores[5] = 2;

        NabScore best = scorer(scores).best(NabProfile.STANDARD);

        assertThat(best.threshold()).isEqualTo(3);
        assertThat(best.score()).isCloseTo(100, within(EXACT));
    }

    @Test
    void prefersSilenceToNothingButFalseAlarms() {
        NabScore best =
                scorer(alarms(3, 4, 5, 6, 7, 8, 9, 17, 18, 19))
                        .best(NabProfile.LOW_FALSE_POSITIVES);

        assertThat(best.threshold()).isInfinite();
        assertThat(best.score()).isEqualTo(0);
    }

    @Test
    void theBestThresholdIsAsGoodAsAnyOther() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] scores = random.ints(ROWS, 0, 8).asDoubleStream().toArray();
            NabScorer scorer = scorer(scores);
            double most =
                    Arrays.stream(scores)
                            .map(score -> scorer.at(NabProfile.STANDARD, score).score())
                            .max()
                            .orElseThrow();

            NabScore best = scorer.best(NabProfile.STANDARD);

            assertThat(best.score())
                    .as("seed %d", seed)
                    .isCloseTo(Math.max(most, 0), within(EXACT));
            assertThat(scorer.at(NabProfile.STANDARD, best.threshold()).score())
                    .as("seed %d", seed)
                    .isEqualTo(best.score());
        }
    }

    @Test
    void severalSeriesShareOneThreshold() {
        double[] loud = alarms(10);
        loud[10] = 5;
        double[] quiet = alarms(10);
        NabScorer scorer =
                new NabScorer(
                        List.of(
                                new ScoredSeries(series(List.of(WINDOW)), loud),
                                new ScoredSeries(series(List.of(WINDOW)), quiet)));

        assertThat(scorer.at(NabProfile.STANDARD, 2).score()).isCloseTo(50, within(EXACT));
        assertThat(scorer.best(NabProfile.STANDARD).threshold()).isEqualTo(1);
    }

    @Test
    void refusesScoresThatAreNoNumbers() {
        double[] scores = new double[ROWS];
        scores[7] = Double.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredSeries(series(List.of()), scores))
                .withMessageContaining("row 7");
    }

    private static NabScore at(double threshold, double[] scores) {
        return scorer(scores).at(NabProfile.STANDARD, threshold);
    }

    private static NabScorer scorer(double[] scores) {
        return new NabScorer(List.of(new ScoredSeries(series(List.of(WINDOW)), scores)));
    }

    private static LabelledSeries series(List<RowWindow> windows) {
        return new LabelledSeries("some", new long[ROWS], new double[ROWS], windows);
    }

    private static double[] alarms(int... rows) {
        double[] scores = new double[ROWS];
        for (int row : rows) {
            scores[row] = 1;
        }
        return scores;
    }
}
