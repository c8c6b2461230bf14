package io.hindsight.model.student;

import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.series.Calendar;

/**
 * Turns a slot, as its anchor sees it, into the student's input rows. The trainer's batches and the
 * job's step both come from here.
 *
 * <p>For each of N channels, in z units, limited to ±{@value #CLIP}: the anchor's mean p and scale
 * π before the slot's values were seen, its filled value f and scale σ after it (f = z where seen),
 * the slow profile s, the mask m (1 where seen) and the age a, by what is known before the values
 * in the first row, with them in the second.
 *
 * <pre>
 *   before the values   [p ; ln π + 1 ; ½·ln(1 + a) ; s − p ; calendar]              4N + 2P values
 *   with the values     [f ; m ; m·(z − p)/π ; (1 − m)(ln σ + 1) ; ½·ln(1 + a) ; s − f ; calendar]
 *                                                                                    6N + 2P values
 * </pre>
 *
 * <p>Of a regular sensor ages are slots: 0 where a value is seen, one more than before where none
 * is. An irregular one has no slots, and the time that passed says more than how many readings did:
 * its ages are event time in units of its pace, from the channel's last value to this reading, in
 * both rows and whether a value is seen now or not. Between whole ages the input is linear.
 *
 * <p>An encoder has no state of its own and may be shared by threads.
 */
public final class InputEncoder {
    /** Largest magnitude of an input that is a value or a difference of values. */
    public static final float CLIP = 6f;

    private static final float[] AGE_INPUT = ageInputs(1024);

    private final int channels;
    private final Calendar calendar;
    private final boolean regular;
    private final long paceMillis;

    public InputEncoder(StudentSpec spec) {
        this.channels = spec.channelCount();
        this.calendar = new Calendar(spec.periodsMillis(), spec.intervalMillis());
        this.regular = spec.isRegular();
        this.paceMillis = spec.paceMillis();
    }

    /**
     * Writes the row that stands before the values of {@code eventTimeMillis} are seen.
     *
     * @param view what the anchor predicts
     * @param age [N] as they were left by the slot before
     * @param lastMillis event time of the slot before; {@link Long#MIN_VALUE} if there is none
     * @param out receives 4N + 2P values from {@code offset} on
     */
    public void writePrior(
            AnchorView view,
            float[] age,
            long lastMillis,
            long eventTimeMillis,
            float[] out,
            int offset) {
        float passed = regular ? 0 : paces(lastMillis, eventTimeMillis);
        for (int d = 0; d < channels; d++) {
            float mean = view.priorMean[d];
            out[offset + d] = clip(mean);
            out[offset + channels + d] = scaleInput(view.priorScale[d]);
            out[offset + 2 * channels + d] = ageInput(age[d] + passed);
            out[offset + 3 * channels + d] = clip(view.profile[d] - mean);
        }
        calendar.write(eventTimeMillis, out, offset + 4 * channels);
    }

    /**
     * Writes the row of a slot whose values have been seen, and brings {@code age} up to date.
     *
     * @param z the values in z units [N], limited; NaN is a hole
     * @param view what the anchor predicted and what it says now
     * @param age [N] as they were left by the slot before; overwritten with what they are after
     *     this one
     * @param lastMillis event time of the slot before; {@link Long#MIN_VALUE} if there is none
     * @param out receives 6N + 2P values from {@code offset} on
     */
    public void write(
            float[] z,
            AnchorView view,
            float[] age,
            long lastMillis,
            long eventTimeMillis,
            float[] out,
            int offset) {
        float passed = regular ? 1 : paces(lastMillis, eventTimeMillis);
        for (int d = 0; d < channels; d++) {
            boolean seen = !Float.isNaN(z[d]);
            float before = age[d] + passed;
            age[d] = seen ? 0f : before;
            int at = offset + d;
            out[at] = clip(view.mean[d]);
            out[at + channels] = seen ? 1f : 0f;
            out[at + 2 * channels] =
                    seen ? clip((z[d] - view.priorMean[d]) / view.priorScale[d]) : 0f;
            out[at + 3 * channels] = seen ? 0f : scaleInput(view.scale[d]);
            out[at + 4 * channels] = ageInput(regular ? age[d] : before);
            out[at + 5 * channels] = clip(view.profile[d] - view.mean[d]);
        }
        calendar.write(eventTimeMillis, out, offset + 6 * channels);
    }

    private static float clip(float x) {
        return Math.min(Math.max(x, -CLIP), CLIP);
    }

    private static float scaleInput(float scale) {
        return scale == 1f ? 1f : (float) StrictMath.log(scale) + 1f;
    }

    /** Time that passed, in paces; none before the first slot. */
    private float paces(long lastMillis, long eventTimeMillis) {
        return lastMillis == Long.MIN_VALUE
                ? 0
                : (float) ((double) (eventTimeMillis - lastMillis) / paceMillis);
    }

    private static float ageInput(float age) {
        int whole = (int) Math.min(age, AGE_INPUT.length - 1);
        float rest = age - whole;
        return rest == 0 || whole == AGE_INPUT.length - 1
                ? AGE_INPUT[whole]
                : AGE_INPUT[whole] + rest * (AGE_INPUT[whole + 1] - AGE_INPUT[whole]);
    }

    private static float[] ageInputs(int ages) {
        float[] inputs = new float[ages];
        for (int age = 0; age < ages; age++) {
            inputs[age] = (float) (0.5 * StrictMath.log1p(age));
        }
        return inputs;
    }
}
