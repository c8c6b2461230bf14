package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The least and the most that a view has shown. Both creep back to its mean with a half-life of
 * {@value #HALF_LIFE_BEATS} beats. A value beyond them moves them only {@value #SHARE_LEARNED} of
 * the way, so that the same anomaly is seen again when it comes again, and no more when it has
 * become a habit.
 */
final class Span {
    static final int HALF_LIFE_BEATS = 10_000;

    private static final int MEAN_HALF_LIFE_BEATS = Codebook.HALF_LIFE_BEATS;
    private static final double SHARE_LEARNED = 0.7;

    /** Until then all that comes belongs to what it shows. */
    private static final int BEATS_TO_OPEN_UP = 80;

    private float least;
    private float most;
    private float mean;
    private float beats;

    double evidence(double value, double floor) {
        if (beats == 0) {
            return 0;
        }
        float here = (float) value;
        double distance = Math.max(0, Math.max((double) here - most, (double) least - here));
        return Evidence.of(distance, width(), floor, 0);
    }

    /** How much of what it spans a distance is, at most 1; 0 while it spans nothing. */
    double share(double distance, double floor) {
        double unit = Math.max(width(), floor);
        return beats == 0 || !(unit > 0) ? 0 : Math.min(1, Math.abs(distance) / unit);
    }

    double width() {
        return (double) most - least;
    }

    void learn(double value, int readingsPerBeat) {
        float here = (float) value;
        if (beats == 0) {
            mean = here;
            least = here;
            most = here;
        } else if (beats > BEATS_TO_OPEN_UP) {
            here = inwards(here);
        }
        beats += 1f / readingsPerBeat;
        double faded = 1 - Decay.perReading(HALF_LIFE_BEATS, readingsPerBeat);
        most -= (float) (faded * (most - mean));
        least -= (float) (faded * (least - mean));
        most = Math.max(most, here);
        least = Math.min(least, here);
        double share = Math.min(1, 1.0 / readingsPerBeat / beats);
        double faster = 1 - Decay.perReading(MEAN_HALF_LIFE_BEATS, readingsPerBeat);
        mean += (float) (Math.max(share, faster) * (here - mean));
    }

    private float inwards(float value) {
        if (value > most) {
            return (float) (most + SHARE_LEARNED * (value - most));
        }
        return value < least ? (float) (least - SHARE_LEARNED * (least - value)) : value;
    }

    void copyFrom(Span other) {
        least = other.least;
        most = other.most;
        mean = other.mean;
        beats = other.beats;
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat(least);
        out.writeFloat(most);
        out.writeFloat(mean);
        out.writeFloat(beats);
    }

    void read(DataInput in) throws IOException {
        least = in.readFloat();
        most = in.readFloat();
        mean = in.readFloat();
        beats = in.readFloat();
    }
}
