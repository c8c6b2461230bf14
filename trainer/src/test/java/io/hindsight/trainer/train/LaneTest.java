package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.InputEncoder;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final int CHANNELS = 3;
    private static final int STEPS = 20;
    private static final int LANES = 3;
    private static final int LANE = 1;

    private final StudentSpec spec = Fixtures.spec(CellKind.LSTM, 4, CHANNELS, 1);
    private final Supplier<Anchor> anchors = Fixtures.anchors(spec);
    private final Batch batch = Batch.causal(spec, STEPS, LANES);

    /** Before slot 64 there is one place to start from, the first slot. */
    private final ZSeries part = Fixtures.parts(CHANNELS, 0, 64).get(0);

    @Test
    void itsRowsAreTheEncodersOnAnAnchorThatDoesNotSeeWhatIsHidden() {
        Lane lane = lane(List.of(part));
        Anchor anchor = anchors.get();
        AnchorMemory memory = anchor.newMemory();
        AnchorView view = new AnchorView(CHANNELS);
        InputEncoder encoder = new InputEncoder(spec);
        float[] age = new float[CHANNELS];
        int hidden = 0;
        for (int k = 0; k < 3; k++) {
            lane.fill(batch, LANE);
            for (int t = 0; t < STEPS; t++) {
                int slot = k * STEPS + t;
                int row = t * LANES + LANE;
                float[] z = new float[CHANNELS];
                for (int d = 0; d < CHANNELS; d++) {
                    z[d] = part.z(slot, d);
                    if (d < 2) {
                        assertThat(batch.truth[2 * row + d]).isEqualTo((Float) z[d]);
                        if (batch.hidden[2 * row + d]) {
                            assertThat(z[d]).isNotNaN();
                            z[d] = Float.NaN;
                            hidden++;
                        }
                    }
                }
                long time = part.timeMillis(slot);
                anchor.predict(memory, time, view);
                float[] prior = new float[spec.priorSize()];
                encoder.writePrior(view, age, Long.MIN_VALUE, time, prior, 0);
                assertThat(row(batch.priors, row, spec.priorSize())).isEqualTo(prior);
                assertThat(row(batch.priorMean, row, 2)).isEqualTo(firstTwo(view.priorMean));
                assertThat(row(batch.priorScale, row, 2)).isEqualTo(firstTwo(view.priorScale));
                anchor.observe(memory, time, z, view);
                float[] input = new float[spec.inputSize()];
                encoder.write(z, view, age, Long.MIN_VALUE, time, input, 0);
                assertThat(row(batch.inputs, row, spec.inputSize())).isEqualTo(input);
                assertThat(row(batch.mean, row, 2)).isEqualTo(firstTwo(view.mean));
                assertThat(row(batch.scale, row, 2)).isEqualTo(firstTwo(view.scale));
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void beginsAnewOnlyWhenTheDataDoesNotReachForAnotherBatch() {
        Lane lane = lane(List.of(part));
        boolean[] expected = {true, false, false, true, false, false, true};
        for (boolean restarts : expected) {
            lane.fill(batch, LANE);
            assertThat(batch.restarts[LANE]).isEqualTo(restarts);
            assertThat(batch.restarts[0]).isFalse();
        }
    }

    @Test
    void hidesOtherCellsEachTime() {
        Lane lane = lane(List.of(part));
        lane.fill(batch, LANE);
        boolean[] first = batch.hidden.clone();
        lane.fill(batch, LANE);
        lane.fill(batch, LANE);
        lane.fill(batch, LANE);
        assertThat(batch.restarts[LANE]).isTrue();
        assertThat(batch.hidden).isNotEqualTo(first);
    }

    @Test
    void startsFromWhatTheAnchorRemembersOfTheTimeBeforeThePart() {
        ZSeries late = Fixtures.parts(CHANNELS, 100, 160).get(0);
        Anchor anchor = anchors.get();
        AnchorMemory memory = anchor.newMemory();
        AnchorView view = new AnchorView(CHANNELS);
        for (int t = 0; t < 100; t++) {
            anchor.predict(memory, late.timeMillis(t), view);
            float[] z = {late.z(t, 0), late.z(t, 1), late.z(t, 2)};
            anchor.observe(memory, late.timeMillis(t), z, view);
        }
        anchor.predict(memory, late.timeMillis(100), view);

        lane(List.of(late)).fill(batch, LANE);

        assertThat(row(batch.priorMean, LANE, 2)).isEqualTo(firstTwo(view.priorMean));
        assertThat(row(batch.priorScale, LANE, 2)).isEqualTo(firstTwo(view.priorScale));
    }

    @Test
    void aPartThatIsShorterThanABatchIsFollowedByHolesThatAreNotHidden() {
        Lane lane = lane(Fixtures.parts(CHANNELS, 0, 7).subList(0, 1));
        for (int k = 0; k < 2; k++) {
            lane.fill(batch, LANE);
            assertThat(batch.restarts[LANE]).isTrue();
            int known = 0;
            for (int t = 0; t < STEPS; t++) {
                int row = t * LANES + LANE;
                for (int d = 0; d < 2; d++) {
                    boolean here = !Float.isNaN(batch.truth[2 * row + d]);
                    known += here ? 1 : 0;
                    assertThat(here && t >= 7).isFalse();
                    assertThat(batch.hidden[2 * row + d] && !here).isFalse();
                }
                assertThat(row(batch.inputs, row, spec.inputSize())).doesNotContain(Float.NaN);
            }
            assertThat(known).isBetween(7, 14);
        }
    }

    private Lane lane(List<ZSeries> parts) {
        LaneSource source = new LaneSource(parts, anchors);
        return new Lane(source, Frozen.causal(spec, anchors), new SplittableRandom(11));
    }

    private static float[] row(float[] rows, int row, int size) {
        return Arrays.copyOfRange(rows, row * size, (row + 1) * size);
    }

    private static float[] firstTwo(float[] values) {
        return Arrays.copyOf(values, 2);
    }
}
