package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What values a view has taken: at most {@value #MEMBERS} of them, spread over all that it has
 * shown, so that a value between two habits is as new as one beyond both.
 *
 * <p>A value's distance is that to the k-th nearest member. When the book is full, the inner member
 * goes whose neighbours lie closest together. Beside the members it knows what the view spans: how
 * far values go above and below a running mean, forgotten with a half-life of {@value
 * #HALF_LIFE_BEATS} beats.
 */
final class Codebook {
    static final int MEMBERS = 128;
    static final int HALF_LIFE_BEATS = 2_000;

    /** Distances up to this share of the span are the book's own grain. */
    private static final double GRAIN = 0.015;

    private static final double FAR_SPANS = Evidence.MOST + 1;

    private final int nearest;
    private final float[] members = new float[MEMBERS + 1];
    private int size;
    private float beats;
    private float mean;
    private float above;
    private float below;

    /**
     * @param nearest k, at least 1: with 2, a value must have been seen twice to be known
     */
    Codebook(int nearest) {
        this.nearest = nearest;
    }

    /** Evidence that a value is new: 0 … {@link Evidence#MOST}, in units of the view's span. */
    double evidence(double value, double floor) {
        if (size < nearest) {
            return 0;
        }
        return Evidence.of(distance((float) value), (double) above + below, floor, GRAIN);
    }

    private double distance(float value) {
        int right = insertionPoint(value);
        int left = right - 1;
        double distance = 0;
        for (int k = 0; k < nearest; k++) {
            double toLeft = left >= 0 ? (double) value - members[left] : Double.POSITIVE_INFINITY;
            double toRight =
                    right < size ? (double) members[right] - value : Double.POSITIVE_INFINITY;
            if (toLeft <= toRight) {
                distance = toLeft;
                left--;
            } else {
                distance = toRight;
                right++;
            }
        }
        return distance;
    }

    private int insertionPoint(float value) {
        int at = Arrays.binarySearch(members, 0, size, value);
        return at < 0 ? -at - 1 : at;
    }

    /** A value, brought to where its evidence is the most if it lies further out. */
    double limited(double value) {
        double most = FAR_SPANS * ((double) above + below);
        return size < MEMBERS || most == 0
                ? value
                : Math.max(mean - most, Math.min(mean + most, value));
    }

    /** Takes a value in, of a sensor with so many readings in a beat. */
    void learn(double value, int readingsPerBeat) {
        float here = (float) value;
        beats += 1f / readingsPerBeat;
        if (size == 0) {
            mean = here;
        }
        double kept = Decay.perReading(HALF_LIFE_BEATS, readingsPerBeat);
        double share = Math.min(1, 1.0 / readingsPerBeat / beats);
        mean += (float) (Math.max(share, 1 - kept) * (here - mean));
        above = (float) Math.max(kept * above, here - mean);
        below = (float) Math.max(kept * below, mean - here);
        insert(here);
    }

    private void insert(float value) {
        int at = insertionPoint(value);
        if (nearest == 1 && at < size && members[at] == value) {
            return;
        }
        System.arraycopy(members, at, members, at + 1, size - at);
        members[at] = value;
        size++;
        if (size > MEMBERS) {
            dropTheClosest();
        }
    }

    private void dropTheClosest() {
        int closest = 1;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 1; i < size - 1; i++) {
            float width = members[i + 1] - members[i - 1];
            if (width < least) {
                least = width;
                closest = i;
            }
        }
        System.arraycopy(members, closest + 1, members, closest, size - closest - 1);
        size--;
    }

    void copyFrom(Codebook other) {
        System.arraycopy(other.members, 0, members, 0, other.size);
        size = other.size;
        beats = other.beats;
        mean = other.mean;
        above = other.above;
        below = other.below;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeFloat(members[i]);
        }
        out.writeFloat(beats);
        out.writeFloat(mean);
        out.writeFloat(above);
        out.writeFloat(below);
    }

    void read(DataInput in) throws IOException {
        size = in.readUnsignedByte();
        if (size > MEMBERS) {
            throw new IOException("a codebook has at most " + MEMBERS + " members: " + size);
        }
        for (int i = 0; i < size; i++) {
            members[i] = in.readFloat();
        }
        beats = in.readFloat();
        mean = in.readFloat();
        above = in.readFloat();
        below = in.readFloat();
    }
}
