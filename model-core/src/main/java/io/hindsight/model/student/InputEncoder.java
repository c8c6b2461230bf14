package io.hindsight.model.student;

import io.hindsight.model.series.Calendar;

/**
 * Turns a reading, and what is remembered of the ones before it, into the student's input rows. The
 * trainer's batches and the job's step both come from here.
 *
 * <p>For each of D channels a sensor remembers the held value f (the last one that was observed, in
 * z units, 0 before any) and its age a (slots since then). With the mask m (1 where observed):
 *
 * <pre>
 *   before the reading   [f ; ½·ln(1 + a) ; calendar]                         2D + 2P values
 *   with the reading     [f' ; m ; m·(z − f) ; ½·ln(1 + a') ; calendar]       4D + 2P values
 *   where                f' = z, a' = 0 if observed, else f' = f, a' = a + 1
 * </pre>
 *
 * <p>An encoder has no state of its own and may be shared by threads.
 */
public final class InputEncoder {
    private static final float[] AGE_INPUT = ageInputs(1024);

    private final int channels;
    private final Calendar calendar;

    public InputEncoder(StudentSpec spec) {
        this.channels = spec.channelCount();
        this.calendar = new Calendar(spec.periodsMillis(), spec.intervalMillis());
    }

    /**
     * Writes the row that stands before the reading of {@code eventTimeMillis} is seen.
     *
     * @param held f [D] in z units
     * @param age a [D] in slots
     * @param out receives 2D + 2P values from {@code offset} on
     */
    public void writePrior(
            float[] held, float[] age, long eventTimeMillis, float[] out, int offset) {
        for (int d = 0; d < channels; d++) {
            out[offset + d] = held[d];
            out[offset + channels + d] = ageInput(age[d]);
        }
        calendar.write(eventTimeMillis, out, offset + 2 * channels);
    }

    /**
     * Takes the reading in: writes its row and brings {@code held} and {@code age} up to date.
     *
     * @param z the reading in z units [D], limited; NaN is a hole
     * @param held f [D]: read, then overwritten
     * @param age a [D]: read, then overwritten
     * @param out receives 4D + 2P values from {@code offset} on
     */
    public void observe(
            float[] z, float[] held, float[] age, long eventTimeMillis, float[] out, int offset) {
        for (int d = 0; d < channels; d++) {
            boolean observed = !Float.isNaN(z[d]);
            float change = observed ? z[d] - held[d] : 0f;
            held[d] = observed ? z[d] : held[d];
            age[d] = observed ? 0f : age[d] + 1f;
            out[offset + d] = held[d];
            out[offset + channels + d] = observed ? 1f : 0f;
            out[offset + 2 * channels + d] = change;
            out[offset + 3 * channels + d] = ageInput(age[d]);
        }
        calendar.write(eventTimeMillis, out, offset + 4 * channels);
    }

    private static float ageInput(float age) {
        return AGE_INPUT[(int) Math.min(age, AGE_INPUT.length - 1)];
    }

    private static float[] ageInputs(int ages) {
        float[] inputs = new float[ages];
        for (int age = 0; age < ages; age++) {
            inputs[age] = (float) (0.5 * StrictMath.log1p(age));
        }
        return inputs;
    }
}
