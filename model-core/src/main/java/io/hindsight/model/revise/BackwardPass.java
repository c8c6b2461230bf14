package io.hindsight.model.revise;

import io.hindsight.model.series.Calendar;
import io.hindsight.model.student.StudentSpec;

/**
 * One look back over a stretch: what was said then and what the backward filter says now, combined
 * by their precisions, and the rows that the reviser sees of it. The trainer's batches and the job
 * come from here.
 *
 * <p>For a hole of a channel, with x, σ what was said then and b, τ the backward filter's answer:
 *
 * <pre>
 *   v⁻² = σ⁻² + τ⁻²,   a = v² (σ⁻² x + τ⁻² b)
 * </pre>
 *
 * and where the value z was seen a = z. The row of a slot, with w the slow profile, m the mask and
 * π the backward filter's answer before the slot was seen, differences limited to ±{@value #CLIP}:
 *
 * <pre>
 *   [a − w ; m ; m·(z − π)/sd(π) ; (x − a)/v ; (b − a)/v ; ln σ + 1 ; ln τ + 1 ; w ; calendar]   8N + 2P
 * </pre>
 *
 * where the fourth to the seventh are 0 for a seen value.
 */
public final class BackwardPass {
    private static final float CLIP = 6f;

    private final int channels;
    private final BackwardFilter filter;
    private final Calendar calendar;
    private final float[] priorMean;
    private final float[] priorScale;
    private final float[] backMean;
    private final float[] backScale;

    public BackwardPass(StudentSpec spec, BackwardWeights weights) {
        this.channels = spec.channelCount();
        this.filter = new BackwardFilter(weights);
        this.calendar = new Calendar(spec.periodsMillis(), spec.intervalMillis());
        this.priorMean = new float[channels];
        this.priorScale = new float[channels];
        this.backMean = new float[channels];
        this.backScale = new float[channels];
    }

    /** 8N + 2P. */
    public static int rowSize(StudentSpec spec) {
        return 8 * spec.channelCount() + spec.calendarSize();
    }

    /** Prepares for a stretch. */
    public void begin(Stretch stretch) {
        filter.begin(stretch);
    }

    /**
     * Takes the next slot, the last one first.
     *
     * @param row receives 8N + 2P values from {@code offset} on
     * @param mean receives a [N]
     * @param scale receives v [N]; of no meaning where the value was seen
     */
    public void step(
            Stretch stretch, int slot, float[] row, int offset, float[] mean, float[] scale) {
        filter.step(stretch, slot, priorMean, priorScale, backMean, backScale);
        for (int d = 0; d < channels; d++) {
            int cell = slot * channels + d;
            float z = stretch.seen[cell];
            float w = stretch.profile[cell];
            int at = offset + d;
            if (Float.isNaN(z)) {
                combine(d, stretch.mean[cell], stretch.scale[cell], row, at, mean, scale);
            } else {
                mean[d] = z;
                scale[d] = backScale[d];
                row[at + channels] = 1;
                row[at + 2 * channels] = clip((z - priorMean[d]) / priorScale[d]);
                for (int k = 3; k < 7; k++) {
                    row[at + k * channels] = 0;
                }
            }
            row[at] = clip(mean[d] - w);
            row[at + 7 * channels] = clip(w);
        }
        calendar.write(stretch.times[slot], row, offset + 8 * channels);
    }

    private void combine(
            int d, float x, float sigma, float[] row, int at, float[] mean, float[] scale) {
        double forward = 1 / ((double) sigma * sigma);
        double backward = 1 / ((double) backScale[d] * backScale[d]);
        float a = (float) ((forward * x + backward * backMean[d]) / (forward + backward));
        float v = (float) (1 / Math.sqrt(forward + backward));
        mean[d] = a;
        scale[d] = v;
        row[at + channels] = 0;
        row[at + 2 * channels] = 0;
        row[at + 3 * channels] = clip((x - a) / v);
        row[at + 4 * channels] = clip((backMean[d] - a) / v);
        row[at + 5 * channels] = (float) StrictMath.log(sigma) + 1;
        row[at + 6 * channels] = (float) StrictMath.log(backScale[d]) + 1;
    }

    private static float clip(float x) {
        return Math.min(Math.max(x, -CLIP), CLIP);
    }
}
