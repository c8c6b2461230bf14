package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.score.StudentT;
import io.hindsight.model.score.Surprise;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentMemory;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;

/**
 * The step that every reading makes: normalise, predict, score, recur, impute.
 *
 * <ol>
 *   <li><em>Normalise</em>: z units by the bundle's statistics.
 *   <li><em>Predict</em> mean and spread of each channel, before the reading is seen.
 *   <li><em>Score</em> what was observed against the prediction. The score sees the whole residual;
 *       the memory gets the value limited to ±{@link Normaliser#CLIP}.
 *   <li><em>Recur</em>: one step on the held values, the mask and the ages.
 *   <li><em>Impute</em> what is missing, from the memory and the channels seen at the same moment.
 * </ol>
 *
 * <p>For a regular sensor, slots that passed without a reading are stepped through as holes first,
 * at most {@link #MOST_MISSED_SLOTS} of them.
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction. The same code runs
 * in the job, in replay, in evaluation and in the trainer's report.
 */
public final class SensorStep {
    /** Missed slots that are stepped through; after a longer silence the memory stays as it is. */
    public static final int MOST_MISSED_SLOTS = 168;

    private final StudentSpec spec;
    private final Normaliser normaliser;
    private final Student student;
    private final float[] z;
    private final float[] hole;
    private final float[] mean;
    private final float[] scale;

    public SensorStep(Bundle bundle) {
        spec = bundle.spec();
        normaliser = bundle.normaliser();
        student = new Student(spec, bundle.weights());
        int channels = spec.channelCount();
        z = new float[channels];
        hole = new float[channels];
        Arrays.fill(hole, Float.NaN);
        mean = new float[channels];
        scale = new float[channels];
    }

    public StudentSpec spec() {
        return spec;
    }

    /** A memory of nothing, for this step's student. */
    public StudentMemory newMemory() {
        return new StudentMemory(spec.hiddenSize(), spec.channelCount());
    }

    /**
     * Steps through the slots that passed without a reading.
     *
     * @param lastMillis event time of the last reading
     * @param eventTimeMillis event time of the one that is here
     */
    public void skipMissedSlots(StudentMemory memory, long lastMillis, long eventTimeMillis) {
        long interval = spec.intervalMillis();
        if (interval == 0) {
            return;
        }
        long slots = Math.floorDiv(eventTimeMillis - lastMillis + interval / 2, interval);
        long missed = Math.min(slots - 1, MOST_MISSED_SLOTS);
        for (long slot = 1; slot <= missed; slot++) {
            student.recur(memory, lastMillis + slot * interval, hole);
        }
    }

    /**
     * One step.
     *
     * @param values the reading [D] in the channels' own units; NaN is a hole; else finite
     * @param out receives what there is to say
     */
    public void step(StudentMemory memory, long eventTimeMillis, double[] values, StepResult out) {
        out.eventTimeMillis = eventTimeMillis;
        student.predict(memory, eventTimeMillis, mean, scale);
        score(memory, values, out);
        student.recur(memory, eventTimeMillis, z);
        Arrays.fill(out.imputed, Float.NaN);
        if (hasHole(values)) {
            student.impute(memory, mean, scale);
            impute(out);
        }
    }

    /** Takes a reading into the memory without saying anything of it. */
    public void remember(StudentMemory memory, long eventTimeMillis, double[] values) {
        for (int d = 0; d < z.length; d++) {
            z[d] = normaliser.toClippedZ(d, values[d]);
        }
        student.recur(memory, eventTimeMillis, z);
    }

    private void score(StudentMemory memory, double[] values, StepResult out) {
        float strongest = 0;
        int scored = 0;
        for (int d = 0; d < z.length; d++) {
            out.observed[d] = values[d];
            out.expected[d] = (float) normaliser.fromZ(d, mean[d]);
            out.spread[d] = spread(d);
            out.channelScore[d] = Float.NaN;
            z[d] = normaliser.toClippedZ(d, values[d]);
            if (!Double.isNaN(values[d]) && memory.seen[d]) {
                double residual = normaliser.toZ(d, values[d]) - mean[d];
                out.channelScore[d] = Surprise.ofChannel(residual, scale[d]);
                strongest = Math.max(strongest, out.channelScore[d]);
                scored++;
            }
        }
        out.score = scored == 0 ? Float.NaN : Surprise.ofReading(strongest, scored);
    }

    private void impute(StepResult out) {
        for (int d = 0; d < z.length; d++) {
            if (Double.isNaN(out.observed[d])) {
                out.imputed[d] = (float) normaliser.fromZ(d, mean[d]);
                out.spread[d] = spread(d);
            }
        }
    }

    private static boolean hasHole(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private float spread(int channel) {
        return (float) normaliser.widthFromZ(channel, StudentT.STANDARD_DEVIATION * scale[channel]);
    }
}
