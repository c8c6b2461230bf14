package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
        encoder.write(new float[] {1f, 2f}, view, age, -HOUR, 0, out, 3);
        assertThat(out).startsWith(77f, 77f, 77f, 2f, -0.75f).endsWith(1f, 77f);
        out = new float[3 + spec.priorSize() + 1];
        Arrays.fill(out, 77f);
        encoder.writePrior(view, age, -HOUR, 0, out, 3);
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

    @Test
    void theTimesOfARegularSensorsReadingsDoNotMatter() {
        assertThat(prior(encoder, -9 * HOUR, 0)).isEqualTo(prior(0));
        float[] once = row(0, NONE, 1f);
        age[0] = 3;
        assertThat(row(encoder, -9 * HOUR, 0, NONE, 1f)).isEqualTo(once);
    }

    @Test
    void agesOfAnIrregularSensorAreTimeInUnitsOfItsPace() {
        InputEncoder irregular = new InputEncoder(spec.irregular(HOUR));
        assertThat(prior(irregular, 0, 3 * HOUR)).contains(age(6), atIndex(4));
        assertThat(prior(irregular, 0, 3 * HOUR)).contains(age(3), atIndex(5));
        assertThat(age).as("unchanged").containsExactly(3f, 0f);

        float[] row = row(irregular, 0, 3 * HOUR, 1f, NONE);
        assertThat(row).as("seen").contains(age(6), atIndex(8));
        assertThat(row).as("missing").contains(age(3), atIndex(9));
        assertThat(age).containsExactly(0f, 3f);
    }

    @Test
    void nothingHasPassedBeforeTheFirstReadingOfAnIrregularSensor() {
        InputEncoder irregular = new InputEncoder(spec.irregular(HOUR));
        assertThat(prior(irregular, Long.MIN_VALUE, HOUR)).contains(age(3), atIndex(4));
        row(irregular, Long.MIN_VALUE, HOUR, NONE, NONE);
        assertThat(age).containsExactly(3f, 0f);
    }

    @Test
    void betweenWholeAgesTheInputIsLinear() {
        InputEncoder irregular = new InputEncoder(spec.irregular(HOUR));
        float between = prior(irregular, 0, HOUR / 4)[5];
        assertThat(between).isCloseTo(age(1) / 4, within(1e-7f));
        age[1] = 1022.75f;
        assertThat(prior(irregular, 0, 0)[5]).isBetween(age(1022), age(1023));
        age[1] = 1023.5f;
        assertThat(prior(irregular, 0, 0)[5]).isEqualTo(age(1023));
        age[1] = Float.MAX_VALUE;
        assertThat(prior(irregular, 0, Long.MAX_VALUE)[5]).isEqualTo(age(1023));
    }

    private float[] row(InputEncoder of, long lastMillis, long millis, float... z) {
        float[] out = new float[spec.inputSize()];
        of.write(z, view, age, lastMillis, millis, out, 0);
        return out;
    }

    private float[] prior(InputEncoder of, long lastMillis, long millis) {
        float[] out = new float[spec.priorSize()];
        of.writePrior(view, age, lastMillis, millis, out, 0);
        return out;
    }

    private float[] row(int slot, float... z) {
        float[] out = new float[spec.inputSize()];
        encoder.write(z, view, age, (slot - 1) * HOUR, slot * HOUR, out, 0);
        return out;
    }

    private float[] prior(int slot) {
        float[] out = new float[spec.priorSize()];
        encoder.writePrior(view, age, (slot - 1) * HOUR, slot * HOUR, out, 0);
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
