package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.recurrent.CellKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputEncoderTest {
    private static final long HOUR = 3_600_000L;
    private static final float NONE = Float.NaN;

    private final StudentSpec spec =
            new StudentSpec(
                    CellKind.LSTM, 4, List.of("a", "b"), List.of("", ""), HOUR, List.of(4 * HOUR));
    private final InputEncoder encoder = new InputEncoder(spec);
    private final float[] held = new float[2];
    private final float[] age = new float[2];

    @Test
    void writesHeldValueMaskChangeAgeAndCalendar() {
        // A period of four hours: sine and cosine are 0, 1, 0, −1 and 1, 0, −1, 0, nearly.
        assertThat(observe(0, 2f, NONE))
                .containsExactly(2f, 0f, 1f, 0f, 2f, 0f, 0f, age(1), 0f, 1f);
        assertThat(prior(1)).startsWith(2f, 0f, 0f, age(1), 1f);
        assertThat(observe(1, NONE, NONE)).startsWith(2f, 0f, 0f, 0f, 0f, 0f, age(1), age(2), 1f);
        assertThat(prior(2)).startsWith(2f, 0f, age(1), age(2)).endsWith(-1f);
        assertThat(observe(2, -1f, 0.5f))
                .startsWith(-1f, 0.5f, 1f, 1f, -3f, 0.5f, 0f, 0f)
                .endsWith(-1f);
        assertThat(held).containsExactly(-1f, 0.5f);
        assertThat(age).containsExactly(0f, 0f);
    }

    @Test
    void theRowBeforeAReadingChangesNothing() {
        observe(0, 2f, NONE);
        prior(1);
        assertThat(held).containsExactly(2f, 0f);
        assertThat(age).containsExactly(0f, 1f);
    }

    @Test
    void writesFromTheOffsetOnAndNothingElse() {
        float[] out = new float[3 + spec.inputSize() + 1];
        Arrays.fill(out, 77f);
        encoder.observe(new float[] {1f, 2f}, held, age, 0, out, 3);
        assertThat(out).startsWith(77f, 77f, 77f, 1f, 2f).endsWith(77f);
    }

    @Test
    void lengthsFollowFromTheSpec() {
        assertThat(spec.inputSize()).isEqualTo(10);
        assertThat(spec.priorSize()).isEqualTo(6);
        assertThat(spec.answerSize()).isEqualTo(4);
    }

    @Test
    void anAgeOfYearsIsStillANumber() {
        age[0] = 1e7f;
        assertThat(prior(0)[2]).isEqualTo(age(1023));
    }

    private float[] observe(int slot, float... z) {
        float[] out = new float[spec.inputSize()];
        encoder.observe(z, held, age, slot * HOUR, out, 0);
        return out;
    }

    private float[] prior(int slot) {
        float[] out = new float[spec.priorSize()];
        encoder.writePrior(held, age, slot * HOUR, out, 0);
        return out;
    }

    private static float age(int slots) {
        return (float) (0.5 * Math.log(1 + slots));
    }
}
