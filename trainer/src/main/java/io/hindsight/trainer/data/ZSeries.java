package io.hindsight.trainer.data;

import io.hindsight.model.normalise.Normaliser;
import java.util.BitSet;

/** A part of one sensor's series in limited z units, with what came before it to start from. */
public final class ZSeries {
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

    private ZSeries(ZSeries other, float[] z, int from) {
        this.series = other.series;
        this.channels = other.channels;
        this.from = from;
        this.to = other.to;
        this.z = z;
    }

    /** The same with holes at some cells, numbered slot * channels + channel; shares nothing. */
    public ZSeries without(BitSet cells) {
        float[] left = z.clone();
        cells.stream().forEach(cell -> left[cell] = Float.NaN);
        return new ZSeries(this, left, from);
    }

    /** The last slots of the part, all of them if there are no more. */
    public ZSeries last(int slots) {
        return new ZSeries(this, z, Math.max(from, to - slots));
    }

    public int channels() {
        return channels;
    }

    public boolean isEmpty() {
        return length() <= 0;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    public long timeMillis(int slot) {
        return series.timeMillis(slot);
    }

    /** NaN for a hole and beyond the part. */
    public float z(int slot, int channel) {
        return slot < to ? z[slot * channels + channel] : Float.NaN;
    }
}
