package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupContextTest {
    private static final double NONE = Double.NaN;

    @Test
    void addsTheMeanAndTheNumberOfTheOthersAsGivenChannels() {
        DataSet data =
                set(
                        series("a", 0, new double[][] {{1, 10, 7}, {2, NONE, 7}}),
                        series("b", 0, new double[][] {{3, 30, 8}, {NONE, NONE, 8}}),
                        series("c", 0, new double[][] {{5, NONE, 9}, {6, NONE, 9}}));

        DataSet with = GroupContext.add(data);

        assertThat(with.channels())
                .containsExactly("x", "y", "set", "x@others", "y@others", "count@others");
        assertThat(with.given()).containsExactly("set", "x@others", "y@others", "count@others");
        assertThat(with.predicted()).containsExactly("x", "y");
        assertThat(row(with, 0, 0)).containsExactly(1, 10, 7, 4, 30, 2);
        assertThat(row(with, 0, 1)).containsExactly(2, NONE, 7, 6, NONE, 1);
        assertThat(row(with, 1, 1)).containsExactly(NONE, NONE, 8, 4, NONE, 2);
        assertThat(row(with, 2, 0)).containsExactly(5, NONE, 9, 2, 20, 2);
    }

    @Test
    void takesTheSameSlotForTheSameTimeWhereverASeriesStarts() {
        DataSet data =
                set(
                        series("early", 1_000, new double[][] {{1, 1, 0}, {2, 2, 0}, {3, 3, 0}}),
                        series("late", 1_204, new double[][] {{30, 40, 0}, {50, 60, 0}}));

        DataSet with = GroupContext.add(data);

        assertThat(with.series().get(1).timeMillis(0)).isEqualTo(1_204);
        assertThat(row(with, 0, 1)).containsExactly(2, 2, 0, NONE, NONE, 0);
        assertThat(row(with, 0, 2)).containsExactly(3, 3, 0, 30, 40, 1);
        assertThat(row(with, 1, 0)).containsExactly(30, 40, 0, 3, 3, 1);
        assertThat(row(with, 1, 1)).containsExactly(50, 60, 0, NONE, NONE, 0);
    }

    @Test
    void putsSlotsWhereTheModelHasThem() {
        DataSet data =
                set(
                        series("a", 1_000, new double[][] {{1, 1, 0}, {2, 2, 0}}),
                        series("b", 1_040, new double[][] {{30, 40, 0}, {50, 60, 0}}));

        DataSet near = GroupContext.add(data, 0);
        DataSet far = GroupContext.add(data, 80);

        assertThat(row(near, 0, 0)).containsExactly(1, 1, 0, 30, 40, 1);
        assertThat(row(far, 0, 0))
                .as("b is nearer to 1080")
                .containsExactly(1, 1, 0, NONE, NONE, 0);
        assertThat(row(far, 0, 1)).containsExactly(2, 2, 0, 30, 40, 1);
    }

    @Test
    void hasTheSameBitsWhateverTheOrderOfTheSensors() {
        Random random = new Random(7);
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            double[][] values = new double[5][];
            Arrays.setAll(
                    values,
                    t -> new double[] {random.nextGaussian() * 1e3, random.nextDouble(), 0});
            series.add(series("s" + s, 0, values));
        }
        DataSet inOrder = GroupContext.add(set(series.toArray(new SensorSeries[0])));
        Collections.reverse(series);
        DataSet reversed = GroupContext.add(set(series.toArray(new SensorSeries[0])));

        for (int s = 0; s < 12; s++) {
            for (int t = 0; t < 5; t++) {
                assertThat(row(reversed, 11 - s, t)).containsExactly(row(inOrder, s, t));
            }
        }
    }

    @Test
    void knowsOnlyWhatIsVisibleButLeavesTheValuesAsTheyAre() {
        DataSet data =
                set(
                        series("a", 0, new double[][] {{1, 10, 0}}),
                        series("b", 0, new double[][] {{3, 30, 0}}),
                        series("c", 0, new double[][] {{5, 50, 0}}));
        GroupContext.Visible bsFirstIsHidden =
                (s, t, d) -> s == 1 && d == 0 ? NONE : data.series().get(s).value(t, d);

        DataSet with = GroupContext.add(data, 0, bsFirstIsHidden);

        assertThat(row(with, 0, 0)).containsExactly(1, 10, 0, 5, 40, 2);
        assertThat(row(with, 1, 0)).as("its own was not seen").containsExactly(3, 30, 0, 3, 30, 2);
        assertThat(row(with, 2, 0)).containsExactly(5, 50, 0, 1, 20, 2);
        assertThat(row(GroupContext.add(data, 0, (s, t, d) -> NONE), 0, 0))
                .containsExactly(1, 10, 0, NONE, NONE, 0);
    }

    @Test
    void agreesWithPlainSumsOverTheOthers() {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<SensorSeries> series = new ArrayList<>();
            for (int s = 0; s < 5; s++) {
                double[][] values = new double[20 + random.nextInt(20)][3];
                for (double[] row : values) {
                    for (int d = 0; d < 3; d++) {
                        row[d] = random.nextInt(3) == 0 ? NONE : random.nextGaussian();
                    }
                }
                series.add(series("s" + s, 100L * random.nextInt(10), values));
            }
            DataSet data = set(series.toArray(new SensorSeries[0]));

            DataSet with = GroupContext.add(data);

            for (int s = 0; s < 5; s++) {
                for (int t = 0; t < series.get(s).length(); t++) {
                    assertContext(data, with, s, t, seed);
                }
            }
        }
    }

    private static void assertContext(DataSet data, DataSet with, int s, int t, int seed) {
        SensorSeries own = data.series().get(s);
        double[] sum = new double[2];
        int[] count = new int[2];
        int readings = 0;
        for (SensorSeries other : data.series()) {
            long slot = other.slotOf(own.timeMillis(t));
            if (other == own || slot < 0 || slot >= other.length()) {
                continue;
            }
            boolean any = false;
            for (int d = 0; d < 2; d++) {
                double value = other.value((int) slot, d);
                if (!Double.isNaN(value)) {
                    sum[d] += (float) value;
                    count[d]++;
                    any = true;
                }
            }
            readings += any ? 1 : 0;
        }
        double[] row = row(with, s, t);
        for (int d = 0; d < 2; d++) {
            if (count[d] == 0) {
                assertThat(row[3 + d]).as("seed %d", seed).isNaN();
            } else {
                assertThat(row[3 + d])
                        .as("seed %d", seed)
                        .isCloseTo(sum[d] / count[d], within(1e-9));
            }
        }
        assertThat(row[5]).as("seed %d", seed).isEqualTo(readings);
    }

    @Test
    void refusesALoneSensorAndAContextOnAContext() {
        DataSet lone = set(series("a", 0, new double[][] {{1, 2, 3}}));
        DataSet two =
                set(
                        series("a", 0, new double[][] {{1, 2, 3}}),
                        series("b", 0, new double[][] {{1, 2, 3}}));

        assertThatThrownBy(() -> GroupContext.add(lone))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the context of a group must come from two sensors at least: there is only"
                                + " a");
        assertThatThrownBy(() -> GroupContext.add(GroupContext.add(two)))
                .isInstanceOf(DataException.class)
                .hasMessage("the data must not have the channel already: x@others");
    }

    private static SensorSeries series(String sensor, long start, double[][] values) {
        return SensorSeries.of(sensor, start, 100, values);
    }

    private static DataSet set(SensorSeries... series) {
        return new DataSet(List.of("x", "y", "set"), List.of("set"), 100, List.of(series));
    }

    private static double[] row(DataSet data, int series, int slot) {
        double[] row = new double[data.channels().size()];
        for (int d = 0; d < row.length; d++) {
            row[d] = data.series().get(series).value(slot, d);
        }
        return row;
    }
}
