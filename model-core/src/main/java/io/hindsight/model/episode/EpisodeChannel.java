package io.hindsight.model.episode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one channel had to do with an episode.
 *
 * @param channel its index
 * @param share of what was strange over all of the episode's readings, 0 to 1; those of an episode
 *     sum to one
 * @param direction where it lay, over all of them
 * @param observed at the peak, in the channel's own unit; NaN if nothing was
 * @param expected at the peak; NaN if nothing was
 * @param halfWidth half the width of what is usual around that, two standard deviations; NaN if
 *     unknown
 */
public record EpisodeChannel(
        int channel,
        float share,
        Direction direction,
        double observed,
        float expected,
        float halfWidth) {

    void write(DataOutput out) throws IOException {
        out.writeShort(channel);
        out.writeFloat(share);
        out.writeByte(
                switch (direction) {
                    case ABOVE -> 1;
                    case BELOW -> -1;
                    case BOTH -> 0;
                });
        out.writeDouble(observed);
        out.writeFloat(expected);
        out.writeFloat(halfWidth);
    }

    static EpisodeChannel read(DataInput in) throws IOException {
        return new EpisodeChannel(
                in.readUnsignedShort(),
                in.readFloat(),
                Direction.of(in.readByte()),
                in.readDouble(),
                in.readFloat(),
                in.readFloat());
    }
}
