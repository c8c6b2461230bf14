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

    /** Held value of each channel [D], in z units. */
    public final float[] held;

    /** Slots since each channel was observed [D]. */
    public final float[] age;

    /** Whether each channel was ever observed [D]. */
    public final boolean[] seen;

    /** A memory of nothing: all zero. */
    public StudentMemory(int hiddenSize, int channels) {
        h = new float[hiddenSize];
        c = new float[hiddenSize];
        held = new float[channels];
        age = new float[channels];
        seen = new boolean[channels];
    }

    private StudentMemory(StudentMemory other) {
        h = other.h.clone();
        c = other.c.clone();
        held = other.held.clone();
        age = other.age.clone();
        seen = other.seen.clone();
    }

    /** A memory of the same that shares nothing with this one. */
    public StudentMemory copy() {
        return new StudentMemory(this);
    }
}
