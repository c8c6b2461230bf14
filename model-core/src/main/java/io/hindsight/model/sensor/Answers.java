package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.normalise.SensorUnits;
import io.hindsight.model.score.Surprise;
import io.hindsight.model.spread.SpreadTable;

/**
 * What a model's means and scales, in z units, say of the answered channels in their own units:
 * values within the bundle's bounds, how sure they are, and how surprising what was observed is.
 * Allocates nothing after construction.
 */
final class Answers {
    private final int answered;
    private final SensorUnits units;
    private final Bounds bounds;
    private final SpreadTable spread;

    Answers(Bundle bundle) {
        answered = bundle.spec().answeredCount();
        units = new SensorUnits(bundle.normaliser());
        bounds = bundle.bounds();
        spread = bundle.spread();
    }

    /**
     * Tells what was expected, and scores what was observed against it.
     *
     * @param memory as it was before the reading
     * @param mean [D] of the prediction
     * @param scale [D] of the prediction
     */
    void score(ModelMemory memory, double[] values, float[] mean, float[] scale, StepResult out) {
        float strongest = 0;
        int scored = 0;
        for (int d = 0; d < answered; d++) {
            out.observed[d] = values[d];
            out.expected[d] = value(memory.own, d, mean[d]);
            out.channelScore[d] = Float.NaN;
            describe(memory.own, d, scale[d], SpreadTable.PREDICTED, out);
            if (!Double.isNaN(values[d]) && memory.student.seen[d]) {
                double residual = units.toZ(memory.own, d, values[d]) - mean[d];
                out.channelScore[d] = Surprise.ofChannel(residual, scale[d]);
                strongest = Math.max(strongest, out.channelScore[d]);
                scored++;
            }
        }
        out.score = scored == 0 ? Float.NaN : Surprise.ofReading(strongest, scored);
    }

    /**
     * Tells what the missing channels most likely were, in the place of what was expected of them.
     *
     * @param memory as it is after the reading
     * @param silent whether no answered channel was observed; given ones do not count
     * @param mean [D] of the imputation
     * @param scale [D] of the imputation
     */
    void impute(ModelMemory memory, boolean silent, float[] mean, float[] scale, StepResult out) {
        for (int d = 0; d < answered; d++) {
            if (Double.isNaN(out.observed[d])) {
                out.imputed[d] = value(memory.own, d, mean[d]);
                int situation = SpreadTable.imputed(memory.student.age[d], silent);
                describe(memory.own, d, scale[d], situation, out);
            }
        }
    }

    float value(OwnScale own, int d, float mean) {
        return (float) bounds.limit(d, units.fromZ(own, d, mean));
    }

    float scale(OwnScale own, int d, float scale) {
        return (float) units.widthFromZ(own, d, scale);
    }

    /**
     * The standard deviation of a normal distribution whose 90 % interval is as wide.
     *
     * @param scale in the channel's own units
     */
    float spread(int situation, int d, float scale) {
        return (float) (scale * spread.deviation(situation, d));
    }

    private void describe(OwnScale own, int d, float scale, int situation, StepResult out) {
        out.scale[d] = scale(own, d, scale);
        out.situation[d] = (byte) situation;
        out.spread[d] = spread(situation, d, out.scale[d]);
    }
}
