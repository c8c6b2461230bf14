package io.hindsight.model.recurrent;

/**
 * The hyperbolic tangent as a rational function, for whole arrays.
 *
 * <p>tanh(x) ≈ x·P(x²)/Q(x²) with P of degree 6 and Q of degree 3, on |x| ≤ 7.9; beyond, the result
 * is ±1, which is 2.8e-7 from the truth at most. The coefficients are the minimax ones that Eigen's
 * {@code ptanh} uses. Error at most 4.2e-7 absolute, found by trying every float32; |y| never
 * exceeds 1. NaN stays NaN.
 *
 * <p>One loop in a method, no branch: C2 turns it into SIMD code, at about a nanosecond an element,
 * where {@link Math#tanh} takes 45. Only +, −, ·, / of IEEE floats are used, so that all machines
 * give the same bits.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
public final class Tanh {
    private static final float LIMIT = 7.90531110763549805f;

    private static final float P1 = 4.89352455891786e-03f;
    private static final float P3 = 6.37261928875436e-04f;
    private static final float P5 = 1.48572235717979e-05f;
    private static final float P7 = 5.12229709037114e-08f;
    private static final float P9 = -8.60467152213735e-11f;
    private static final float P11 = 2.00018790482477e-13f;
    private static final float P13 = -2.76076847742355e-16f;
    private static final float Q0 = 4.89352518554385e-03f;
    private static final float Q2 = 2.26843463243900e-03f;
    private static final float Q4 = 1.18534705686654e-04f;
    private static final float Q6 = 1.19825839466702e-06f;

    private Tanh() {}

    /** y[i] = tanh(x[i]) for all i below n; x and y may be the same array. */
    public static void apply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
            float s = v * v;
            float p = ((((((P13 * s + P11) * s + P9) * s + P7) * s + P5) * s + P3) * s + P1) * v;
            float q = ((Q6 * s + Q4) * s + Q2) * s + Q0;
            y[i] = p / q;
        }
    }
}
