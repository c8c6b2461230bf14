package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.recurrent.CellKind;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final int STEPS = 5;
    private static final int LANES = 40;

    private final Batch batch = Batch.causal(Fixtures.spec(CellKind.LSTM, 3, 3, 1), STEPS, LANES);

    @Test
    void dropsWholeFeaturesOfALaneAndMakesUpForThemWithTheOthers() {
        Arrays.fill(batch.inputs, 1);
        Arrays.fill(batch.priors, 2);
        batch.dropFeatures(new SplittableRandom(3), 0.25);

        assertDropped(batch.inputs, batch.inputSize, (float) (1 / 0.75));
        assertDropped(batch.priors, batch.priorSize, 2 * (float) (1 / 0.75));
    }

    private static void assertDropped(float[] rows, int size, float kept) {
        int zeros = 0;
        for (int k = 0; k < LANES * size; k++) {
            assertThat(rows[k]).isIn(0f, kept);
            zeros += rows[k] == 0 ? 1 : 0;
            for (int t = 1; t < STEPS; t++) {
                assertThat(rows[t * LANES * size + k]).isEqualTo(rows[k]);
            }
        }
        assertThat((double) zeros / (LANES * size)).isBetween(0.2, 0.3);
    }

    @Test
    void withoutDropoutDrawsNothing() {
        Arrays.fill(batch.inputs, 1);
        SplittableRandom random = new SplittableRandom(3);
        batch.dropFeatures(random, 0);

        assertThat(batch.inputs).containsOnly(1f);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(3).nextLong());
    }

    @Test
    void countsWhatIsKnownAndWhatOfItIsHidden() {
        assertThat(batch.counts()).isEqualTo(new Counts(0, 0));
        batch.truth[3] = 0;
        batch.truth[7] = -1;
        batch.hidden[7] = true;
        assertThat(batch.counts()).isEqualTo(new Counts(1, 2));
        assertThat(batch.counts().plus(new Counts(10, 20))).isEqualTo(new Counts(11, 22));
    }

    @Test
    void hasCellsOfTheAnsweredChannelsAlone() {
        assertThat(batch.truth).hasSize(STEPS * LANES * 2).containsOnly(Float.NaN);
        assertThat(batch.inputs).hasSize(STEPS * LANES * (6 * 3 + 2));
        assertThat(batch.priors).hasSize(STEPS * LANES * (4 * 3 + 2));
    }
}
