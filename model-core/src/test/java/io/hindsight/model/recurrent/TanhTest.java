package io.hindsight.model.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TanhTest {
    private static final double BOUND = 4.2e-7;

    @Test
    void staysWithinItsErrorBoundOnADenseGrid() {
        for (float x = -20; x <= 20; x += 1e-5f + Math.ulp(x)) {
            assertCloseAt(x);
        }
    }

    @Test
    void staysWithinItsErrorBoundAtEveryMagnitude() {
        for (int bits = 0; bits < 0x7f800000; bits += 1009) {
            float x = Float.intBitsToFloat(bits);
            assertCloseAt(x);
            assertCloseAt(-x);
        }
    }

    @Test
    void isOddAndKeepsTheSignOfZero() {
        assertThat(Float.floatToRawIntBits(tanh(0f))).isEqualTo(Float.floatToRawIntBits(0f));
        assertThat(Float.floatToRawIntBits(tanh(-0f))).isEqualTo(Float.floatToRawIntBits(-0f));
        for (float x = 0; x < 10; x += 0.01f) {
            assertThat(tanh(-x)).isEqualTo(-tanh(x));
        }
    }

    @Test
    void saturatesAtInfinityAndLetsNaNThrough() {
        assertCloseAt(Float.POSITIVE_INFINITY);
        assertCloseAt(Float.NEGATIVE_INFINITY);
        assertCloseAt(Float.MAX_VALUE);
        assertThat(tanh(Float.NaN)).isNaN();
    }

    @Test
    void leavesWhatLiesBeyondTheCountAlone() {
        float[] values = {1, 1, 1};
        Tanh.apply(values, values, 2);
        assertThat(values[0]).isEqualTo(values[1]).isLessThan(1f);
        assertThat(values[2]).isEqualTo(1f);
    }

    private static void assertCloseAt(float x) {
        float y = tanh(x);
        if (!(Math.abs(y - Math.tanh(x)) <= BOUND && Math.abs(y) <= 1f)) {
            throw new AssertionError("tanh(" + x + ") must be " + Math.tanh(x) + ": " + y);
        }
    }

    private static float tanh(float x) {
        float[] value = {x};
        Tanh.apply(value, value, 1);
        return value[0];
    }
}
