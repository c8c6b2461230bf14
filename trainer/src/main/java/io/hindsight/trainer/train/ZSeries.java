package io.hindsight.trainer.train;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.SensorSeries;

/** A part of one sensor's series in limited z units, with what came before it to start from. */
public final class ZSeries {
    private static final int LONGEST_LOOK = 1024;

    private final SensorSeries series;
    private final int channels;
    private final float[] z;
    private final int from;
    private final int to;

    /**
     * @param from the first slot of the part
     * @param to the slot after the part; nothing from there on is ever looked at
     */
    public ZSeries(SensorSeries series, Normaliser normaliser, int from, int to) {
        this.series = series;
        this.channels = series.channelCount();
        this.from = from;
        this.to = to;
        this.z = new float[to * channels];
        for (int t = 0; t < to; t++) {
            for (int d = 0; d < channels; d++) {
                z[t * channels + d] = normaliser.toClippedZ(d, series.value(t, d));
            }
        }
    }

    public boolean isEmpty() {
        return length() <= 0;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    long timeMillis(int slot) {
        return series.timeMillis(slot);
    }

    /** NaN for a hole and beyond the part. */
    float z(int slot, int channel) {
        return slot < to ? z[slot * channels + channel] : Float.NaN;
    }

    /** The last slot before this one at which a channel was seen, or -1. */
    int lastSeenBefore(int slot, int channel) {
        int least = Math.max(0, slot - LONGEST_LOOK);
        for (int t = Math.min(slot, to) - 1; t >= least; t--) {
            if (!Float.isNaN(z[t * channels + channel])) {
                return t;
            }
        }
        return -1;
    }

    /** The first slot from this one on at which a channel is seen, or -1. */
    int nextSeenFrom(int slot, int channel) {
        int most = Math.min(to, slot + LONGEST_LOOK);
        for (int t = slot; t < most; t++) {
            if (!Float.isNaN(z[t * channels + channel])) {
                return t;
            }
        }
        return -1;
    }
}
