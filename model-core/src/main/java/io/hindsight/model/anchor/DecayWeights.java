package io.hindsight.model.anchor;

/** The numbers of {@link DecayingValues}, immutable, shared by all threads. N channels, z units. */
public final class DecayWeights {
    private static final float LEAST_TAU = 1e-3f;
    private static final float LEAST_FLOOR = 1e-8f;

    final float[] tau;
    final float[] floor;
    final float[] variance;

    /**
     * @param tau τ [N] in paces, at least 1e-3: how long until 1/e of a value is left
     * @param floor [N], at least 1e-8: what is unknown just after a value
     * @param variance [N], not negative: what is unknown beside it when nothing is left of one
     * @throws IllegalArgumentException if a length or a number is not within its bounds
     */
    public DecayWeights(int channels, float[] tau, float[] floor, float[] variance) {
        this.tau = checked("anchor.tau", tau, channels, LEAST_TAU);
        this.floor = checked("anchor.floor", floor, channels, LEAST_FLOOR);
        this.variance = checked("anchor.variance", variance, channels, 0);
    }

    private static float[] checked(String name, float[] values, int channels, float least) {
        if (values.length != channels) {
            throw new IllegalArgumentException(
                    name + " must have " + channels + " values: " + values.length);
        }
        for (float value : values) {
            if (!(value >= least)) {
                throw new IllegalArgumentException(
                        name + " must be at least " + least + ": " + value);
            }
        }
        return values.clone();
    }
}
