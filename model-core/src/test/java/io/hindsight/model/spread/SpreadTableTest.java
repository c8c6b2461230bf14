package io.hindsight.model.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTableTest {
    private static final int CHANNELS = 2;
    private static final int LENGTH = SpreadTable.SITUATIONS * SpreadTable.LEVEL_COUNT * CHANNELS;

    @Test
    void withFactorsOfOneItIsStudentsT() {
        float[] ones = new float[LENGTH];
        Arrays.fill(ones, 1);
        SpreadTable table = new SpreadTable(CHANNELS, ones);
        double[][] known = {{0.5, 0.740697}, {0.8, 1.533206}, {0.9, 2.131847}, {0.99, 4.604095}};
        for (double[] pair : known) {
            for (int situation = 0; situation < SpreadTable.SITUATIONS; situation++) {
                assertThat(table.halfWidth(situation, 1, pair[0])).isCloseTo(pair[1], within(1e-6));
            }
        }
        assertThat(table.deviation(SpreadTable.PREDICTED, 0))
                .as("90 % of a normal distribution lie within 1.644854 of its deviations")
                .isCloseTo(2.131847 / 1.644854, within(1e-6));
    }

    @Test
    void eachSituationLevelAndChannelHasItsOwnFactor() {
        Random random = new Random(4);
        float[] factors = new float[LENGTH];
        for (int k = 0; k < LENGTH; k++) {
            factors[k] = 0.5f + random.nextFloat();
        }
        SpreadTable table = new SpreadTable(CHANNELS, factors);
        double[] quantiles = {0.740697, 1.533206, 2.131847, 4.604095};
        int k = 0;
        for (int situation = 0; situation < SpreadTable.SITUATIONS; situation++) {
            for (int level = 0; level < SpreadTable.LEVEL_COUNT; level++) {
                for (int d = 0; d < CHANNELS; d++) {
                    double share = SpreadTable.level(level);
                    assertThat(table.halfWidth(situation, d, share))
                            .isCloseTo(quantiles[level] * factors[k], within(2e-6));
                    k++;
                }
            }
        }
    }

    @Test
    void betweenLevelsFactorsAreInterpolatedAndBeyondThemTheyStay() {
        float[] factors = new float[LENGTH];
        Arrays.fill(factors, 9);
        int situation = 3;
        for (int level = 0; level < 4; level++) {
            factors[(situation * 4 + level) * CHANNELS + 1] = 1 + level;
        }
        SpreadTable table = new SpreadTable(CHANNELS, factors);
        double[][] expected = {
            {0.01, 1},
            {0.5, 1},
            {0.65, 1.5},
            {0.8, 2},
            {0.85, 2.5},
            {0.9, 3},
            {0.945, 3.5},
            {0.99, 4},
            {0.999, 4}
        };
        float[] ones = new float[LENGTH];
        Arrays.fill(ones, 1);
        SpreadTable plain = new SpreadTable(CHANNELS, ones);
        for (double[] pair : expected) {
            double factor =
                    table.halfWidth(situation, 1, pair[0]) / plain.halfWidth(situation, 1, pair[0]);
            assertThat(factor).as("share %s", pair[0]).isCloseTo(pair[1], within(1e-9));
        }
    }

    @Test
    void aSituationIsHowLongAValueIsMissingAndWhetherAnythingElseWasSeen() {
        float[] ages = {1, 2, 3, 4, 8, 9, 16, 17, 1e7f};
        int[] buckets = {0, 1, 1, 2, 2, 3, 3, 4, 4};
        for (int k = 0; k < ages.length; k++) {
            assertThat(SpreadTable.imputed(ages[k], false)).isEqualTo(buckets[k]);
            assertThat(SpreadTable.imputed(ages[k], true)).isEqualTo(5 + buckets[k]);
            assertThat(SpreadTable.revised(ages[k], false)).isEqualTo(11 + buckets[k]);
            assertThat(SpreadTable.revised(ages[k], true)).isEqualTo(16 + buckets[k]);
        }
        assertThat(SpreadTable.PREDICTED).isEqualTo(10);
        assertThat(SpreadTable.SITUATIONS).isEqualTo(21);
    }

    @Test
    void refusesFactorsThatAreNotPositive() {
        for (float wrong : new float[] {0, -1, Float.NaN, 1.1e4f, Float.POSITIVE_INFINITY}) {
            float[] factors = new float[LENGTH];
            Arrays.fill(factors, 1);
            factors[LENGTH - 1] = wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SpreadTable(CHANNELS, factors))
                    .withMessage("spread.table must be positive and at most 1e4: " + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpreadTable(CHANNELS, new float[LENGTH - 1]))
                .withMessage("spread.table must have 168 values: 167");
    }
}
