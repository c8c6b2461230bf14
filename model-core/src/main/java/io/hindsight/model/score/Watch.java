package io.hindsight.model.score;

import io.hindsight.model.score.joint.JointScorer;
import io.hindsight.model.score.joint.JointState;
import io.hindsight.model.score.outside.OutsideViews;
import io.hindsight.model.score.outside.Pace;
import io.hindsight.model.score.outside.Rhythm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the scores of one sensor remember: the live object that a {@link Watcher} reads and
 * overwrites. About a KiB and 44 bytes a channel; of a sensor of one channel, 4 KiB.
 */
public final class Watch {
    /** Beats until there is a past to score against. */
    static final int WARMING_BEATS = JointScorer.SILENT_READINGS;

    private static final int PRIOR_ALARMS_OF_MANY = 1;

    final int channels;

    /** Of many channels; else null. */
    final JointState joint;

    /** Of one channel, until its rhythm is known; else null. */
    Prelude prelude;

    /** Of one channel whose rhythm is known; else null. */
    OutsideViews views;

    /** Once lengths are known; else null. */
    Prominence prominence;

    final Pace pace = new Pace();
    final AlarmRates rates;
    final TailScore tail = new TailScore();
    final Extremes extremes;

    /** Readings that make a beat. */
    int readingsPerBeat = 1;

    /** Readings that part two alarms. */
    private int quietReadings = 1;

    /** Readings that were seen, and event times of the first and the last of them. */
    long readings;

    private long firstMillis;
    private long lastMillis;

    /**
     * Of a sensor that nothing is known of.
     *
     * @param channels N, at least 1
     */
    public Watch(int channels) {
        if (channels < 1) {
            throw new IllegalArgumentException("channels must be at least 1: " + channels);
        }
        this.channels = channels;
        rates = channels == 1 ? new AlarmRates() : new AlarmRates(PRIOR_ALARMS_OF_MANY);
        joint = channels == 1 ? null : new JointState(channels);
        prelude = channels == 1 ? new Prelude() : null;
        extremes = new Extremes(channels);
    }

    /** Whether lengths are known, in readings: of a beat, and of what parts two alarms. */
    boolean hasLengths() {
        return prominence != null;
    }

    void setLengths(int readingsInBeat, int quiet) {
        readingsPerBeat = readingsInBeat;
        quietReadings = quiet;
        prominence = new Prominence(readingsInBeat, quiet);
        if (joint == null) {
            views = new OutsideViews(readingsInBeat, Watcher.SEASON_MILLIS);
            prelude = null;
        }
    }

    void count(long eventTimeMillis) {
        if (readings == 0) {
            firstMillis = eventTimeMillis;
        }
        lastMillis = eventTimeMillis;
        readings++;
    }

    /** Event time from the first reading to the last. */
    long pastMillis() {
        return lastMillis - firstMillis;
    }

    /** Mean time between the readings so far; 0 before the second. */
    double meanIntervalMillis() {
        return readings < 2 ? 0 : (lastMillis - firstMillis) / (double) (readings - 1);
    }

    /**
     * How many readings are still to come until the last is one that can be scored; 0 if it was.
     */
    int warming() {
        return (int) Math.max(0, (long) WARMING_BEATS * readingsPerBeat - readings + 1);
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
        Watch copy = new Watch(channels);
        if (hasLengths()) {
            copy.setLengths(readingsPerBeat, quietReadings);
        }
        if (joint != null) {
            copy.joint.copyFrom(joint);
        }
        if (prelude != null) {
            copy.prelude.copyFrom(prelude);
        }
        if (views != null) {
            copy.views.copyFrom(views);
        }
        if (prominence != null) {
            copy.prominence.copyFrom(prominence);
        }
        copy.pace.copyFrom(pace);
        copy.rates.copyFrom(rates);
        copy.tail.copyFrom(tail);
        copy.extremes.copyFrom(extremes);
        copy.readings = readings;
        copy.firstMillis = firstMillis;
        copy.lastMillis = lastMillis;
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        out.writeShort(channels);
        out.writeByte(hasLengths() ? readingsPerBeat : 0);
        out.writeInt(quietReadings);
        if (joint != null) {
            joint.write(out);
        }
        if (prelude != null) {
            prelude.write(out);
        }
        if (views != null) {
            views.write(out);
        }
        if (prominence != null) {
            prominence.write(out);
        }
        pace.write(out);
        rates.write(out);
        tail.write(out);
        extremes.write(out);
        out.writeLong(readings);
        out.writeLong(firstMillis);
        out.writeLong(lastMillis);
    }

    /**
     * @throws IOException if the bytes end early or are no watch
     */
    public static Watch read(DataInput in) throws IOException {
        int channels = in.readUnsignedShort();
        int readingsPerBeat = in.readUnsignedByte();
        int quiet = in.readInt();
        if (channels == 0 || readingsPerBeat > Rhythm.MOST_READINGS) {
            throw new IOException(
                    "no watch: %d channels, %d readings a beat"
                            .formatted(channels, readingsPerBeat));
        }
        Watch watch = new Watch(channels);
        if (readingsPerBeat > 0) {
            watch.setLengths(readingsPerBeat, quiet);
        }
        if (watch.joint != null) {
            watch.joint.read(in);
        }
        if (watch.prelude != null) {
            watch.prelude.read(in);
        }
        if (watch.views != null) {
            watch.views.read(in);
        }
        if (watch.prominence != null) {
            watch.prominence.read(in);
        }
        watch.pace.read(in);
        watch.rates.read(in);
        watch.tail.read(in);
        watch.extremes.read(in);
        watch.readings = in.readLong();
        watch.firstMillis = in.readLong();
        watch.lastMillis = in.readLong();
        return watch;
    }
}
