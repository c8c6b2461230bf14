package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.student.StudentSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecayingValuesTest {
    private static final long PACE = 1_000;
    private static final float NONE = Float.NaN;

    private final DecayWeights weights =
            new DecayWeights(
                    2, new float[] {2, 8}, new float[] {0.25f, 1e-8f}, new float[] {0.75f, 2});
    private final DecayingValues anchor = new DecayingValues(2, PACE, weights);
    private final AnchorMemory memory = anchor.newMemory();
    private final AnchorView view = new AnchorView(2);

    @Test
    void nothingIsKnownOfAChannelThatWasNeverSeen() {
        step(5 * PACE, NONE, NONE);

        assertThat(view.priorMean).containsExactly(0, 0);
        assertThat(view.priorScale).containsExactly(1, (float) Math.sqrt(2 + 1e-8));
        assertThat(view.mean).containsExactly(0, 0);
        assertThat(view.profile).containsExactly(0, 0);
    }

    @Test
    void aValueMeansLessTheLongerAgoItWas() {
        step(0, 3, -1);
        assertThat(view.mean).containsExactly(3, -1);
        step(4 * PACE, NONE, 6);
        double kept = Math.exp(-2);
        assertThat((double) view.priorMean[0]).isCloseTo(3 * kept, within(1e-6));
        assertThat((double) view.priorScale[0])
                .isCloseTo(Math.sqrt(0.25 + (1 - kept * kept) * 0.75), within(1e-6));
        assertThat(view.mean).containsExactly(view.priorMean[0], 6);
        assertThat(view.scale).containsExactly(view.priorScale);

        step(4 * PACE + PACE / 2, NONE, NONE);
        assertThat((double) view.priorMean[0]).isCloseTo(3 * Math.exp(-2.25), within(1e-6));
        assertThat((double) view.priorMean[1]).isCloseTo(6 * Math.exp(-0.0625), within(1e-6));
    }

    @Test
    void rightAfterAValueOnlyTheFloorIsUnknown() {
        step(0, 3, 5);
        step(0, NONE, NONE);

        assertThat(view.priorMean).containsExactly(3, 5);
        assertThat(view.priorScale).containsExactly(0.5f, 1e-4f);
    }

    @Test
    void aMemoryComesBackAsItWasWritten() throws IOException {
        step(7, 3, NONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AnchorMemoryCodec.write(memory, new DataOutputStream(bytes));

        AnchorMemory back =
                AnchorMemoryCodec.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(back).usingRecursiveComparison().isEqualTo(memory);
        assertThat(back.lags).containsExactly(3, 0, 7, Double.NEGATIVE_INFINITY);
        assertThat(memory.copy()).usingRecursiveComparison().isEqualTo(memory);
    }

    @Test
    void aBundleHasThemAndAStepRunsOnThem() {
        StudentSpec spec = Students.decaying(CellKind.GRU, 3, 2);

        assertThat(Parameters.shapes(spec))
                .containsKeys(
                        Parameters.ANCHOR_TAU, Parameters.ANCHOR_FLOOR, Parameters.ANCHOR_VARIANCE);
        assertThat(Students.random(spec, 1).newAnchor()).isInstanceOf(DecayingValues.class);
        assertThat(new SensorStep(Students.random(spec, 1)).newMemory()).isNotNull();
    }

    @Test
    void refusesNumbersThatAreNoDecay() {
        Map<String, float[][]> wrong =
                Map.of(
                        "anchor.tau must be at least 0.001: 0.0",
                        new float[][] {{0}, {1}, {1}},
                        "anchor.tau must have 1 values: 2",
                        new float[][] {{1, 1}, {1}, {1}},
                        "anchor.floor must be at least 1.0E-8: 0.0",
                        new float[][] {{1}, {0}, {1}},
                        "anchor.variance must be at least 0.0: -1.0",
                        new float[][] {{1}, {1}, {-1}});
        wrong.forEach(
                (message, numbers) ->
                        assertThatIllegalArgumentException()
                                .isThrownBy(
                                        () ->
                                                new DecayWeights(
                                                        1, numbers[0], numbers[1], numbers[2]))
                                .withMessage(message));
    }

    private void step(long timeMillis, float... z) {
        anchor.predict(memory, timeMillis, view);
        anchor.observe(memory, timeMillis, z, view);
    }
}
