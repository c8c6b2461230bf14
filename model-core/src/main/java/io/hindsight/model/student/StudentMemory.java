package io.hindsight.model.student;

/**
 * What a student remembers of one sensor: the live object that the step reads and overwrites.
 *
 * <p>A memory belongs to one student; another one's numbers mean nothing to it.
 */
public final class StudentMemory {
    /** Hidden state [H]. */
    public final float[] h;

    /** Cell state [H]; unused by a GRU. */
    public final float[] c;

    /** Slots, or paces of an irregular sensor, from when each channel was observed [N]. */
    public final float[] age;

    /** Whether each channel was ever observed [N]. */
    public final boolean[] seen;

    /** Event time of the last slot that was taken in; {@link Long#MIN_VALUE} before any. */
    public long lastMillis = Long.MIN_VALUE;

    /** A memory of nothing: all zero, and no time. */
    public StudentMemory(int hiddenSize, int channels) {
        h = new float[hiddenSize];
        c = new float[hiddenSize];
        age = new float[channels];
        seen = new boolean[channels];
    }

    private StudentMemory(StudentMemory other) {
        h = other.h.clone();
        c = other.c.clone();
        age = other.age.clone();
        seen = other.seen.clone();
        lastMillis = other.lastMillis;
    }

    /** A memory of the same that shares nothing with this one. */
    public StudentMemory copy() {
        return new StudentMemory(this);
    }
}
