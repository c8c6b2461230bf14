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
 */
public record Peak(
        long eventTimeMillis,
        float score,
        int channel,
        double observed,
        float expected,
        float spread) {

    /** Of a silence. */
    public static final Peak NONE = new Peak(0, 0, -1, 0, 0, 0);

    void write(DataOutput out) throws IOException {
        out.writeLong(eventTimeMillis);
        out.writeFloat(score);
        out.writeInt(channel);
        out.writeDouble(observed);
        out.writeFloat(expected);
        out.writeFloat(spread);
    }

    static Peak read(DataInput in) throws IOException {
        return new Peak(
                in.readLong(),
                in.readFloat(),
                in.readInt(),
                in.readDouble(),
                in.readFloat(),
                in.readFloat());
    }
}
