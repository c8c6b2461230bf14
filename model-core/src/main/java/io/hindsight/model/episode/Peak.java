package io.hindsight.model.episode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The most surprising reading of an episode.
 *
 * @param score its score
 * @param channel index of its strongest channel
 * @param observed that channel's value, in its own unit
 * @param expected what was predicted
 * @param spread standard deviation of the prediction
 * @param neverSoMillis how long the sensor had been seen, where the channel was never so high in
 *     all that time, or never so low; else 0
 */
public record Peak(
        long eventTimeMillis,
        float score,
        int channel,
        double observed,
        float expected,
        float spread,
        long neverSoMillis) {

    /** Of a silence. */
    public static final Peak NONE = new Peak(0, 0, -1, 0, 0, 0, 0);

    public Severity severity() {
        return Severity.of(score);
    }

    /** Whether it is what was too high, not what was too low. */
    public boolean isHigh() {
        return !(observed < expected);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(eventTimeMillis);
        out.writeFloat(score);
        out.writeInt(channel);
        out.writeDouble(observed);
        out.writeFloat(expected);
        out.writeFloat(spread);
        out.writeLong(neverSoMillis);
    }

    /**
     * @param hasPast whether it was written how long the sensor had been seen
     */
    static Peak read(DataInput in, boolean hasPast) throws IOException {
        return new Peak(
                in.readLong(),
                in.readFloat(),
                in.readInt(),
                in.readDouble(),
                in.readFloat(),
                in.readFloat(),
                hasPast ? in.readLong() : 0);
    }
}
