package io.hindsight.model.score;

import io.hindsight.model.score.joint.JointState;
import io.hindsight.model.score.outside.OutsideViews;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the scores of one sensor under a model remember: the live object that a {@link Watcher}
 * reads and overwrites. About half a KiB and 36 bytes a channel; of a sensor of one channel, 4 KiB.
 */
public final class Watch {
    final int channels;

    /** Of many channels; else null. */
    final JointState joint;

    /** Of one channel; else null. */
    final OutsideViews views;

    final Prominence prominence;

    /** Of many channels; else null. */
    final Stretch stretch;

    final AlarmRates rates = new AlarmRates();
    final TailScore tail = new TailScore();

    /** Readings that were scored, and event time of the first of them. */
    long readings;

    long firstMillis;

    /** Readings that part two alarms. */
    private final int quietReadings;

    /**
     * @param channels D, at least 1
     * @param quietReadings that part two alarms, at least 1
     */
    Watch(int channels, int quietReadings) {
        this(channels, quietReadings, channels == 1 ? null : new JointState(channels));
    }

    private Watch(int channels, int quietReadings, JointState joint) {
        this.channels = channels;
        this.quietReadings = quietReadings;
        this.joint = joint;
        views = joint == null ? new OutsideViews(1, Watcher.SEASON_MILLIS) : null;
        prominence = joint == null ? new Prominence(1, quietReadings) : null;
        stretch = joint == null ? null : new Stretch(quietReadings);
    }

    /** Goes over to other z units of a channel: so many of them are one of before. */
    public void rescale(int channel, double factor) {
        if (joint != null) {
            joint.rescale(channel, factor);
        }
    }

    public int channels() {
        return channels;
    }

    /** One of the same that shares nothing with this one. */
    public Watch copy() {
        Watch copy = new Watch(channels, quietReadings, joint == null ? null : joint.copy());
        if (joint == null) {
            copy.views.copyFrom(views);
            copy.prominence.copyFrom(prominence);
        } else {
            copy.stretch.copyFrom(stretch);
        }
        copy.rates.copyFrom(rates);
        copy.tail.copyFrom(tail);
        copy.readings = readings;
        copy.firstMillis = firstMillis;
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        out.writeShort(channels);
        out.writeInt(quietReadings);
        if (joint == null) {
            views.write(out);
            prominence.write(out);
        } else {
            joint.write(out);
            stretch.write(out);
        }
        rates.write(out);
        tail.write(out);
        out.writeLong(readings);
        out.writeLong(firstMillis);
    }

    /**
     * @throws IOException if the bytes end early or are no watch
     */
    public static Watch read(DataInput in) throws IOException {
        int channels = in.readUnsignedShort();
        if (channels == 0) {
            throw new IOException("a watch has at least 1 channel: 0");
        }
        int quiet = in.readInt();
        JointState joint = channels == 1 ? null : JointState.read(in, channels);
        Watch watch = new Watch(channels, quiet, joint);
        if (channels == 1) {
            watch.views.read(in);
            watch.prominence.read(in);
        } else {
            watch.stretch.read(in);
        }
        watch.rates.read(in);
        watch.tail.read(in);
        watch.readings = in.readLong();
        watch.firstMillis = in.readLong();
        return watch;
    }
}
