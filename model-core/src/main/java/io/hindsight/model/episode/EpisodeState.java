package io.hindsight.model.episode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Null while none is open. */
    ChannelTraces traces;

    /** What was last told of it, and whether that was an update; null while none is open. */
    Episode told;

    boolean toldAsUpdate;

    /** What was last told of the open episode, if one is open. */
    public Optional<EpisodeChange> told(ChannelNames names) {
        return open
                ? Optional.of(
                        new EpisodeChange(
                                toldAsUpdate
                                        ? EpisodeChange.Phase.UPDATE
                                        : EpisodeChange.Phase.OPEN,
                                told,
                                names))
                : Optional.empty();
    }

    /** The episode as far as it has come. */
    Episode episode() {
        return new Episode(
                Episode.Kind.SURPRISE,
                startMillis,
                lastMillis,
                readings,
                peak,
                traces.lasting(peak.channel()),
                traces.affected(peak.channel()));
    }

    public EpisodeState copy() {
        EpisodeState copy = new EpisodeState();
        copy.open = open;
        copy.startMillis = startMillis;
        copy.lastMillis = lastMillis;
        copy.readings = readings;
        copy.quietReadings = quietReadings;
        copy.peak = peak;
        copy.traces = traces == null ? null : traces.copy();
        copy.told = told;
        copy.toldAsUpdate = toldAsUpdate;
        return copy;
    }

    /** One byte for no episode; 48 bytes a channel and about 150 more for an open one. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(open);
        if (open) {
            out.writeLong(startMillis);
            out.writeLong(lastMillis);
            out.writeInt(readings);
            out.writeInt(quietReadings);
            peak.write(out);
            traces.write(out);
            out.writeBoolean(toldAsUpdate);
            writeTold(out);
        }
    }

    private void writeTold(DataOutput out) throws IOException {
        out.writeLong(told.endMillis());
        out.writeInt(told.readings());
        told.peak().write(out);
        out.writeDouble(told.lasting());
        out.writeByte(told.channels().size());
        for (EpisodeChannel channel : told.channels()) {
            channel.write(out);
        }
    }

    /**
     * @throws IOException if the bytes end early or are no episode
     */
    public static EpisodeState read(DataInput in) throws IOException {
        EpisodeState state = readCounts(in);
        if (state.open) {
            state.peak = Peak.read(in, true);
            state.traces = ChannelTraces.read(in);
            checkChannel(state.peak, state.traces.channels());
            state.toldAsUpdate = in.readBoolean();
            state.told = readTold(state.startMillis, in);
        }
        return state;
    }

    private static EpisodeState readCounts(DataInput in) throws IOException {
        EpisodeState state = new EpisodeState();
        state.open = in.readBoolean();
        if (state.open) {
            state.startMillis = in.readLong();
            state.lastMillis = in.readLong();
            state.readings = in.readInt();
            state.quietReadings = in.readInt();
        }
        return state;
    }

    private static Episode readTold(long startMillis, DataInput in) throws IOException {
        long endMillis = in.readLong();
        int readings = in.readInt();
        Peak peak = Peak.read(in, true);
        double lasting = in.readDouble();
        List<EpisodeChannel> channels = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            channels.add(EpisodeChannel.read(in));
        }
        return new Episode(
                Episode.Kind.SURPRISE, startMillis, endMillis, readings, peak, lasting, channels);
    }

    /** One that was written when an episode knew no more of its channels than its peak. */
    public static EpisodeState readPeakAlone(DataInput in) throws IOException {
        EpisodeState state = readCounts(in);
        if (state.open) {
            state.peak = Peak.read(in, false);
            checkChannel(state.peak, 1 << 16);
            state.traces = ChannelTraces.of(state.peak, state.peak.expected());
            state.told = state.episode();
        }
        return state;
    }

    private static void checkChannel(Peak peak, int channels) throws IOException {
        if (peak.channel() < 0 || peak.channel() >= channels) {
            throw new IOException(
                    "channel of an episode's peak must be below %d: %d"
                            .formatted(channels, peak.channel()));
        }
    }
}
