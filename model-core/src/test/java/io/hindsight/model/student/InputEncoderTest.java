package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.recurrent.CellKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputEncoderTest {
    private static final long HOUR = 3_600_000L;
    private static final float NONE = Float.NaN;
    private static final float E = (float) Math.E;

    // A period of four hours: sine and cosine are 0, 1, 0, −1 and 1, 0, −1, 0, nearly.
    private final StudentSpec spec =
            new StudentSpec(
                    CellKind.LSTM, 4, List.of("a", "b"), List.of("", ""), HOUR, List.of(4 * HOUR));
    private final InputEncoder encoder = new InputEncoder(spec);
    private final AnchorView view = new AnchorView(2);
    private final float[] age = {3, 0};

    @BeforeEach
    void anAnchorsView() {
        set(view.priorMean, 0.5f, -1);
        set(view.priorScale, 1, E);
        set(view.profile, 1, 0.25f);
        set(view.mean, 2, -0.75f);
        set(view.scale, 9, 1 / E);
    }

    @Test
    void theRowBeforeTheValuesHasWhatTheAnchorPredicts() {
        assertThat(prior(0)).containsExactly(0.5f, -1f, 1f, 2f, age(3), 0f, 0.5f, 1.25f, 0f, 1f);
        assertThat(age).containsExactly(3f, 0f);
    }

    @Test
    void theRowWithTheValuesHasWhatTheAnchorMakesOfThem() {
        assertThat(row(0, 2f, NONE))
                .containsExactly(
                        new float[] {
                            2f, -0.75f, // filled
                            1f, 0f, // mask
                            1.5f, 0f, // innovation
                            0f, scaleInput(1 / E), // scale of what is missing
                            0f, age(1), // age
                            -1f, 1f, // profile
                            0f, 1f // calendar
                        });
        assertThat(age).containsExactly(0f, 1f);
    }

    @Test
    void anInnovationIsInUnitsOfThePredictedScale() {
        assertThat(row(1, NONE, E)[5]).isEqualTo((E + 1) / E);
        assertThat(age).containsExactly(4f, 0f);
    }

    @Test
    void valuesAndDifferencesAreLimited() {
        set(view.priorMean, 100, -100);
        set(view.mean, 8, -8);
        set(view.profile, 0, 0);
        assertThat(prior(0)).startsWith(6f, -6f, 1f, 2f, age(3), 0f, -6f, 6f);
        assertThat(row(0, 8f, -8f)).startsWith(6f, -6f, 1f, 1f, -6f, 6f, 0f, 0f, 0f, 0f, -6f, 6f);
    }

    @Test
    void theCalendarIsThatOfTheSlot() {
        assertThat(prior(1)).contains(1f, atIndex(8));
        assertThat(row(2, NONE, NONE)).endsWith(-1f);
    }

    @Test
    void writesFromTheOffsetOnAndNothingElse() {
        float[] out = new float[3 + spec.inputSize() + 1];
        Arrays.fill(out, 77f);
        encoder.write(new float[] {1f, 2f}, view, age, 0, out, 3);
        assertThat(out).startsWith(77f, 77f, 77f, 2f, -0.75f).endsWith(1f, 77f);
        out = new float[3 + spec.priorSize() + 1];
        Arrays.fill(out, 77f);
        encoder.writePrior(view, age, 0, out, 3);
        assertThat(out).startsWith(77f, 77f, 77f, 0.5f, -1f).endsWith(1f, 77f);
    }

    @Test
    void lengthsFollowFromTheSpec() {
        assertThat(spec.inputSize()).isEqualTo(14);
        assertThat(spec.priorSize()).isEqualTo(10);
        assertThat(spec.answerSize()).isEqualTo(4);
        assertThat(spec.gatedHeadSize()).isEqualTo(8);
    }

    @Test
    void anAgeOfYearsIsStillANumber() {
        age[0] = 1e7f;
        assertThat(prior(0)[4]).isEqualTo(age(1023));
    }

    private float[] row(int slot, float... z) {
        float[] out = new float[spec.inputSize()];
        encoder.write(z, view, age, slot * HOUR, out, 0);
        return out;
    }

    private float[] prior(int slot) {
        float[] out = new float[spec.priorSize()];
        encoder.writePrior(view, age, slot * HOUR, out, 0);
        return out;
    }

    private static void set(float[] array, float a, float b) {
        array[0] = a;
        array[1] = b;
    }

    private static float age(int slots) {
        return (float) (0.5 * Math.log(1 + slots));
    }

    private static float scaleInput(float scale) {
        return (float) Math.log(scale) + 1;
    }
}
