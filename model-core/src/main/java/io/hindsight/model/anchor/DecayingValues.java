package io.hindsight.model.anchor;

import io.hindsight.model.normalise.UnitChange;
import java.util.Arrays;

/**
 * The last observed value of each channel, which means less the longer ago it was: an
 * Ornstein-Uhlenbeck process a channel, about 0, seen through noise. It needs no slots.
 *
 * <pre>
 *   k_d = exp(−e_d/τ_d),  e_d the time since the value v_d
 *   mean   k_d v_d
 *   scale  sqrt(floor_d + (1 − k_d²) variance_d)
 * </pre>
 *
 * <p>Before a channel was seen nothing is left of it: mean 0 and the largest scale. A memory's lags
 * are the values [N] and their event times [N], −∞ before any.
 */
public final class DecayingValues implements Anchor {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final int channels;
    private final double paceMillis;
    private final DecayWeights weights;
    private final float[] mean;
    private final float[] scale;

    /**
     * @param paceMillis the unit of the weights' time
     */
    public DecayingValues(int channels, long paceMillis, DecayWeights weights) {
        this.channels = channels;
        this.paceMillis = paceMillis;
        this.weights = weights;
        this.mean = new float[channels];
        this.scale = new float[channels];
    }

    @Override
    public AnchorMemory newMemory() {
        AnchorMemory memory = new AnchorMemory(AnchorSpec.DECAY, channels);
        Arrays.fill(memory.lags, channels, 2 * channels, NEVER);
        return memory;
    }

    @Override
    public void predict(AnchorMemory memory, long eventTimeMillis, AnchorView out) {
        for (int d = 0; d < channels; d++) {
            double paces = (eventTimeMillis - memory.lags[channels + d]) / paceMillis;
            double kept = StrictMath.exp(-paces / weights.tau[d]);
            double variance = weights.floor[d] + (1 - kept * kept) * weights.variance[d];
            mean[d] = (float) (kept * memory.lags[d]);
            scale[d] = (float) Math.sqrt(variance);
            out.priorMean[d] = mean[d];
            out.priorScale[d] = scale[d];
        }
        Arrays.fill(out.profile, 0);
    }

    @Override
    public void observe(AnchorMemory memory, long eventTimeMillis, float[] z, AnchorView out) {
        for (int d = 0; d < channels; d++) {
            boolean seen = !Float.isNaN(z[d]);
            if (seen) {
                memory.lags[d] = z[d];
                memory.lags[channels + d] = eventTimeMillis;
            }
            out.mean[d] = seen ? z[d] : mean[d];
            out.scale[d] = scale[d];
        }
    }

    @Override
    public void changeUnits(
            AnchorMemory memory, long lastMillis, long intervalMillis, UnitChange change) {
        for (int d = 0; d < channels; d++) {
            memory.lags[d] = change.clippedValue(d, memory.lags[d]);
        }
    }
}
