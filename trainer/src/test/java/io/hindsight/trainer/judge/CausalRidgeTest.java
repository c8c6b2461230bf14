package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class CausalRidgeTest {
    private static final long HOUR = 3_600_000;
    private static final int SLOTS = 4000;
    private static final int FITTED = 3500;
    private static final int SEASON = 24;

    @Test
    void aChannelSeenAtTheSameSlotTellsAnotherThatFollowsIt() {
        double[][] rows = noise(2, 0.5, 1);
        for (double[] row : rows) {
            row[1] = 100 - 3 * row[0];
        }
        HiddenCells hidden = hidden(rows, FITTED, 1, 1);

        Estimates estimates = estimates(rows, hidden);

        assertThat(estimates.value(FITTED, 1)).isEqualTo(rows[FITTED][1], Offset.offset(0.02));
    }

    @Test
    void withoutAnyOtherValueTheLastOneFadesWithItsAge() {
        double[][] rows = noise(1, 0.9, 2);
        int gap = 10;
        HiddenCells hidden = hidden(rows, FITTED, gap, 0);

        Estimates estimates = estimates(rows, hidden);

        // An autoregression of order one: its best forecast is 0.9^age times the last value.
        double last = rows[FITTED - 1][0];
        for (int age = 1; age <= gap; age++) {
            assertThat(estimates.value(FITTED + age - 1, 0))
                    .as("age %d", age)
                    .isEqualTo(
                            Math.pow(0.9, age) * last, Offset.offset(0.08 * Math.abs(last) + 0.02));
        }
    }

    @Test
    void agreesWithARegressionThatIsFittedRowByRow() {
        double[][] rows = noise(2, 0.8, 3);
        for (int t = 1; t < SLOTS; t++) {
            rows[t][1] += 0.7 * rows[t - 1][0];
        }
        HiddenCells hidden = hidden(rows, FITTED, 1, 1);

        // Of slot t: channel 0 at ages 0 to 3 and 24, channel 1 at ages 1 to 3 and 24.
        double[][] regressors = new double[FITTED - SEASON][];
        double[] cells = new double[FITTED - SEASON];
        for (int t = SEASON; t < FITTED; t++) {
            regressors[t - SEASON] = regressors(rows, t);
            cells[t - SEASON] = rows[t][1];
        }
        DMatrixRMaj weights = new DMatrixRMaj(9, 1);
        CommonOps_DDRM.solve(
                new DMatrixRMaj(regressors), DMatrixRMaj.wrap(cells.length, 1, cells), weights);
        double[] now = regressors(rows, FITTED);
        double expected = IntStream.range(0, 9).mapToDouble(i -> now[i] * weights.get(i)).sum();

        assertThat(estimates(rows, hidden).value(FITTED, 1))
                .isEqualTo(expected, Offset.offset(0.02));
    }

    @Test
    void aSeasonAgoHelpsWhereNothingElseDoes() {
        double[][] rows = noise(1, 0, 4);
        for (int t = 0; t < SLOTS; t++) {
            rows[t][0] = 5 * Math.sin(2 * Math.PI * t / SEASON) + 0.1 * rows[t][0];
        }
        HiddenCells hidden = hidden(rows, FITTED, 20, 0);

        Estimates estimates = estimates(rows, hidden);

        assertThat(estimates.value(FITTED + 15, 0))
                .isEqualTo(rows[FITTED + 15][0], Offset.offset(0.3));
    }

    @Test
    void looksAtNothingThatComesLaterAndAtNothingHidden() {
        double[][] rows = noise(3, 0.8, 5);
        HiddenCells hidden = hidden(rows, FITTED, 5, 1);
        hidden.hide(0, 100, 2);
        double[][] others = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        others[100][2] = 1e6;
        others[FITTED + 1][1] = -1e6;
        for (int t = FITTED + 3; t < SLOTS; t++) {
            others[t][0] = 1e6;
        }

        Estimates estimates = estimates(rows, hidden);
        Estimates same = estimates(others, hidden);

        for (int t = FITTED; t < FITTED + 3; t++) {
            assertThat(same.value(t, 1)).isEqualTo(estimates.value(t, 1));
        }
        assertThat(same.value(FITTED + 3, 1)).isNotEqualTo(estimates.value(FITTED + 3, 1));
    }

    @Test
    void ofManyChannelsTheOneThatMattersIsFound() {
        double[][] rows = noise(40, 0.5, 6);
        for (double[] row : rows) {
            row[3] = row[37];
        }
        HiddenCells hidden = hidden(rows, FITTED, 1, 3);
        hidden.hide(0, FITTED, 4);

        Estimates estimates = estimates(rows, hidden);

        assertThat(estimates.value(FITTED, 3)).isEqualTo(rows[FITTED][37], Offset.offset(0.02));
        assertThat(estimates.value(FITTED, 4)).isFinite();
    }

    /** Channels that are never all seen together can seem to go together as no three can. */
    @Test
    void staysWithinReasonWhereHolesMakeCorrelationsContradictEachOther() {
        double[][] rows = noise(4, 0.5, 9);
        for (int t = 0; t < SLOTS; t++) {
            double[] row = rows[t];
            row[1] = row[0];
            row[2] = t % 3 == 0 ? -row[0] : row[0];
            row[3] += row[0];
            row[t % 3] = t < FITTED ? Double.NaN : row[t % 3];
        }
        HiddenCells hidden = hidden(rows, FITTED, 100, 3);

        Estimates estimates = estimates(rows, hidden);

        for (int t = FITTED; t < FITTED + 100; t++) {
            assertThat(estimates.value(t, 3)).isBetween(-10.0, 10.0);
        }
    }

    @Test
    void isAbsentWhereThereIsTooLittleToFitOn() {
        double[][] rows = noise(2, 0.5, 7);
        DataSet data = data(rows);
        HiddenCells none = new HiddenCells(data);

        assertThat(fit(data, none, 99)).isEmpty();
        assertThat(fit(data, none, 100)).isPresent();
        assertThat(fit(data, none, 0)).isEmpty();
    }

    @Test
    void aCellWithNothingNearGetsTheMeanOfTheFittedPart() {
        double[][] rows = noise(1, 0.5, 8);
        for (double[] row : rows) {
            row[0] += 50;
        }
        HiddenCells hidden = hidden(rows, FITTED, 200, 0);

        double mean =
                IntStream.range(0, FITTED).mapToDouble(t -> rows[t][0]).average().orElseThrow();

        assertThat(estimates(rows, hidden).value(FITTED + 150, 0))
                .isEqualTo(mean, Offset.offset(1e-9));
    }

    private static double[] regressors(double[][] rows, int t) {
        return new double[] {
            rows[t][0],
            rows[t - 1][0],
            rows[t - 2][0],
            rows[t - 3][0],
            rows[t - SEASON][0],
            rows[t - 1][1],
            rows[t - 2][1],
            rows[t - 3][1],
            rows[t - SEASON][1]
        };
    }

    private static Estimates estimates(double[][] rows, HiddenCells hidden) {
        DataSet data = data(rows);
        CausalRidge ridge = fit(data, hidden, FITTED).orElseThrow();
        return ridge.method().fill().apply(new VisibleSeries(data.series().get(0), hidden, 0));
    }

    private static Optional<CausalRidge> fit(DataSet data, HiddenCells hidden, int slots) {
        int channels = data.channels().size();
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return CausalRidge.fit(
                data, hidden, new Normaliser(new double[channels], ones), slots * HOUR, SEASON);
    }

    private static HiddenCells hidden(double[][] rows, int slot, int slots, int channel) {
        HiddenCells hidden = new HiddenCells(data(rows));
        for (int t = slot; t < slot + slots; t++) {
            hidden.hide(0, t, channel);
        }
        return hidden;
    }

    private static DataSet data(double[][] rows) {
        List<String> names =
                IntStream.range(0, rows[0].length).mapToObj(d -> "channel-" + d).toList();
        return new DataSet(names, HOUR, List.of(SensorSeries.of("a", 0, HOUR, rows)));
    }

    /** Independent channels, each an autoregression of order one. */
    private static double[][] noise(int channels, double memory, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[SLOTS][channels];
        for (int t = 0; t < SLOTS; t++) {
            for (int d = 0; d < channels; d++) {
                rows[t][d] = (t == 0 ? 0 : memory * rows[t - 1][d]) + random.nextDouble() - 0.5;
            }
        }
        return rows;
    }
}
