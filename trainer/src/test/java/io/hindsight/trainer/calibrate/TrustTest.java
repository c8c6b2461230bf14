package io.hindsight.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.spread.SpreadTable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final int CELLS = 2_000;
    private static final int SLOT = SpreadTable.imputed(2, false);
    private static final int SILENT = SpreadTable.imputed(2, true);

    private final SplittableRandom random = new SplittableRandom(5);
    private final Cells without = new Cells();
    private final Cells with = new Cells();

    @Test
    void takesTheShareOfACorrectionThatLeavesTheLeastErrors() {
        draw(0, CELLS, SLOT, 1);
        draw(1, CELLS, SLOT, 2);
        assertThat(Trust.choose(without, with, 2, Trust.silent(false))).containsExactly(1, 0.5f);
    }

    @Test
    void letsNothingOutWhereAChannelDoesWorse() {
        draw(0, CELLS, SLOT, 1);
        draw(1, CELLS / 10, SLOT, -1);
        assertThat(Trust.choose(without, with, 2, Trust.silent(false))).containsExactly(1, 0);
    }

    @Test
    void letsNothingOutThatHardlyGainsOverAllChannels() {
        draw(0, 200, SLOT, 1);
        draw(1, 100 * CELLS, SLOT, -1);
        assertThat(Trust.choose(without, with, 2, Trust.silent(false))).containsOnly(0);
    }

    @Test
    void aChannelWithFewCellsTakesWhatAllTogetherChoose() {
        draw(0, CELLS, SLOT, 1);
        draw(1, 20, SLOT, -1);
        assertThat(Trust.choose(without, with, 2, Trust.silent(false))).containsExactly(1, 1);
    }

    @Test
    void looksAtTheAskedSituationsAlone() {
        draw(0, CELLS, SLOT, 1);
        draw(0, CELLS, SILENT, -1);
        assertThat(Trust.choose(without, with, 1, Trust.silent(false))).containsExactly(1);
        assertThat(Trust.choose(without, with, 1, Trust.silent(true))).containsExactly(0);
        assertThat(Trust.choose(without, with, 2, s -> s == SpreadTable.PREDICTED)).containsOnly(0);
    }

    /**
     * Cells of which a correction takes away half, if a share {@code 1 / stretch} of it is applied.
     */
    private void draw(int channel, int cells, int situation, double stretch) {
        for (int k = 0; k < cells; k++) {
            double kept = random.nextDouble(-1, 1);
            double error = kept + Math.copySign(1, random.nextDouble(-1, 1));
            without.add(error, 1, channel, situation, 0);
            with.add(error + stretch * (kept - error), 1, channel, situation, 0);
        }
    }
}
