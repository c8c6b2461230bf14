package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.normalise.Normaliser;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final double NAN = Double.NaN;
    private static final Normaliser MEANS =
            new Normaliser(new double[] {1, 2}, new double[] {1, 1});
    private static final Normaliser MEAN = new Normaliser(new double[] {7}, new double[] {1});

    @Test
    void holdsTheLastObservationAndStartsFromTheTrainingMean() {
        double[][] visible = {{NAN, NAN}, {4, NAN}, {NAN, NAN}};

        assertThat(Baselines.lastObservation(visible, MEANS))
                .isDeepEqualTo(new double[][] {{1, 2}, {4, 2}, {4, 2}});
    }

    @Test
    void drawsALineAndHoldsTheEnds() {
        double[][] visible = {{NAN, NAN}, {4, NAN}, {NAN, NAN}, {NAN, NAN}, {10, NAN}, {NAN, NAN}};

        assertThat(Baselines.linear(visible, new long[] {0, 1, 2, 3, 4, 5}, MEANS))
                .isDeepEqualTo(new double[][] {{4, 2}, {4, 2}, {6, 2}, {8, 2}, {10, 2}, {10, 2}});
    }

    @Test
    void drawsTheLineByTimeWhereReadingsAreIrregular() {
        double[][] visible = rows(4, NAN, NAN, 10);

        assertThat(column(Baselines.linear(visible, new long[] {100, 110, 150, 160}, MEAN)))
                .containsExactly(4, 5, 9, 10);
    }

    @Test
    void averagesTheLastValuesThatWereSeenBefore() {
        assertThat(column(Baselines.movingAverage(rows(2, NAN, 4, NAN, NAN, 12, NAN), MEAN)))
                .containsExactly(7, 2, 2, 3, 3, 3, 6);
    }

    @Test
    void averagesNoMoreThanTwentyFourValues() {
        double[] values = new double[61];
        for (int t = 0; t < 60; t++) {
            values[t] = t % 2 == 0 ? NAN : t;
        }
        values[60] = NAN;

        // Seen: 1, 3, 5, … 59; the last 24 of them are 13 to 59.
        assertThat(column(Baselines.movingAverage(rows(values), MEAN))[60])
                .isEqualTo(36, Offset.offset(1e-9));
    }

    @Test
    void repeatsTheLastSeason() {
        double[] values = {1, 2, NAN, 4, NAN, NAN, NAN, NAN, NAN, 10, NAN, NAN};

        // Three to a season. Place 2 was never seen: the last observation.
        assertThat(column(Baselines.seasonal(rows(values), MEAN, 3)))
                .containsExactly(1, 2, 2, 4, 2, 4, 4, 2, 4, 10, 2, 10);
    }

    @Test
    void aSeasonIsADayOrAWeekOfDays() {
        assertThat(Season.slots(Duration.ofHours(1).toMillis())).isEqualTo(24);
        assertThat(Season.slots(Duration.ofMinutes(5).toMillis())).isEqualTo(288);
        assertThat(Season.slots(Duration.ofHours(12).toMillis())).isEqualTo(2);
        assertThat(Season.slots(Duration.ofDays(1).toMillis())).isEqualTo(7);
        assertThat(Season.slots(Duration.ofDays(30).toMillis())).isEqualTo(1);
    }

    private static double[][] rows(double... values) {
        double[][] rows = new double[values.length][];
        for (int t = 0; t < values.length; t++) {
            rows[t] = new double[] {values[t]};
        }
        return rows;
    }

    private static double[] column(double[][] rows) {
        double[] column = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            column[t] = rows[t][0];
        }
        return column;
    }
}
