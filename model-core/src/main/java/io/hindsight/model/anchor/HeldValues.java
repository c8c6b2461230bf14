package io.hindsight.model.anchor;

import io.hindsight.model.normalise.UnitChange;
import java.util.Arrays;

/** No anchor: the last observed value of each channel, 0 before any, with scale 1. */
public final class HeldValues implements Anchor {
    private final int channels;

    public HeldValues(int channels) {
        this.channels = channels;
    }

    @Override
    public AnchorMemory newMemory() {
        return new AnchorMemory(AnchorSpec.NONE, channels);
    }

    @Override
    public void predict(AnchorMemory memory, long eventTimeMillis, AnchorView out) {
        for (int d = 0; d < channels; d++) {
            out.priorMean[d] = (float) memory.lags[d];
        }
        Arrays.fill(out.priorScale, 1);
        Arrays.fill(out.profile, 0);
    }

    @Override
    public void observe(AnchorMemory memory, long eventTimeMillis, float[] z, AnchorView out) {
        for (int d = 0; d < channels; d++) {
            if (!Float.isNaN(z[d])) {
                memory.lags[d] = z[d];
            }
            out.mean[d] = (float) memory.lags[d];
        }
        Arrays.fill(out.scale, 1);
    }

    @Override
    public void changeUnits(
            AnchorMemory memory, long lastMillis, long intervalMillis, UnitChange change) {
        for (int d = 0; d < channels; d++) {
            memory.lags[d] = change.clippedValue(d, memory.lags[d]);
        }
    }
}
