package io.hindsight.model.episode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A sensor's open episode, or the absence of one: plain state that {@link EpisodeTracker} changes.
 */
public final class EpisodeState {
    boolean open;
    long startMillis;
    long lastMillis;
    int readings;
    int quietReadings;
    Peak peak = Peak.NONE;

    /** What was expected of the peak's channel when the episode opened. */
    float expectedAtStart;

    public EpisodeState copy() {
        EpisodeState copy = new EpisodeState();
        copy.open = open;
        copy.startMillis = startMillis;
        copy.lastMillis = lastMillis;
        copy.readings = readings;
        copy.quietReadings = quietReadings;
        copy.peak = peak;
        copy.expectedAtStart = expectedAtStart;
        return copy;
    }

    /** One byte for no episode; a fixed length for an open one. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(open);
        if (open) {
            out.writeLong(startMillis);
            out.writeLong(lastMillis);
            out.writeInt(readings);
            out.writeInt(quietReadings);
            peak.write(out);
            out.writeFloat(expectedAtStart);
        }
    }

    /**
     * @param hasStart whether what was expected at the start was written; else it is that of the
     *     peak
     */
    public static EpisodeState read(DataInput in, boolean hasStart) throws IOException {
        EpisodeState state = new EpisodeState();
        state.open = in.readBoolean();
        if (state.open) {
            state.startMillis = in.readLong();
            state.lastMillis = in.readLong();
            state.readings = in.readInt();
            state.quietReadings = in.readInt();
            state.peak = Peak.read(in);
            state.expectedAtStart = hasStart ? in.readFloat() : state.peak.expected();
        }
        return state;
    }
}
