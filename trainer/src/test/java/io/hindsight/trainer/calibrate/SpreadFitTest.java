package io.hindsight.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.spread.SpreadTable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpreadFitTest {
    private static final int CELLS = 30_000;
    private static final int EARLY = SpreadTable.imputed(1, false);
    private static final int LATE = SpreadTable.imputed(20, false);

    private final SplittableRandom random = new SplittableRandom(9);
    private final Cells cells = new Cells();

    @Test
    void anIntervalHoldsItsShareOfEachSituation() {
        for (int third = 0; third < 3; third++) {
            draw(EARLY, 0, third, CELLS, 0.5);
            draw(LATE, 0, third, CELLS, 1);
        }
        SpreadTable table = fitted();
        for (double level : new double[] {0.5, 0.8, 0.9, 0.99}) {
            assertThat(table.halfWidth(EARLY, 0, level)).isCloseTo(0.5 * level, within(0.02));
            assertThat(table.halfWidth(LATE, 0, level)).isCloseTo(level, within(0.04));
        }
    }

    @Test
    void anIntervalHoldsItsShareOfEachChannel() {
        for (int third = 0; third < 3; third++) {
            draw(EARLY, 0, third, CELLS, 0.5);
            draw(EARLY, 1, third, CELLS, 1);
        }
        SpreadTable table = fitted();
        for (double level : new double[] {0.5, 0.8, 0.9, 0.99}) {
            assertThat(table.halfWidth(EARLY, 0, level)).isCloseTo(0.5 * level, within(0.02));
            assertThat(table.halfWidth(EARLY, 1, level)).isCloseTo(level, within(0.04));
        }
    }

    @Test
    void whereThirdsAreUnlikeASituationIsWidenedHalfTheWayToItsWidest() {
        for (int third = 0; third < 3; third++) {
            draw(EARLY, 0, third, CELLS, 1);
            draw(LATE, 0, third, CELLS, third == 2 ? 1.5 : 1);
        }
        SpreadTable table = fitted();
        assertThat(table.halfWidth(EARLY, 0, 0.5)).isCloseTo(0.5, within(0.02));
        double all = 0.5 / (2 / 3.0 + 1 / 4.5);
        assertThat(table.halfWidth(LATE, 0, 0.5)).isCloseTo((all + 0.75) / 2, within(0.02));
    }

    @Test
    void aSituationWithFewCellsIsAsWideAsItsKind() {
        for (int third = 0; third < 3; third++) {
            draw(EARLY, 0, third, CELLS, 1);
            draw(LATE, 0, third, 10, 5);
        }
        assertThat(fitted().halfWidth(LATE, 0, 0.9)).isCloseTo(0.9, within(0.02));
    }

    @Test
    void withoutCellsFactorsStayOne() {
        assertThat(new SpreadFit(2).factors()).containsOnly(1);
    }

    private SpreadTable fitted() {
        SpreadFit fit = new SpreadFit(2);
        fit.fit(cells, 0, SpreadTable.PREDICTED);
        return new SpreadTable(2, fit.factors());
    }

    /** Errors that are evenly spread, up to {@code most} times the scale, which is 2. */
    private void draw(int situation, int channel, int third, int count, double most) {
        for (int k = 0; k < count; k++) {
            cells.add(2 * random.nextDouble(-most, most), 2, channel, situation, third);
        }
    }
}
