package io.hindsight.trainer.judge;

import io.hindsight.model.score.StudentT;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.student.StudentMemory;
import java.util.Arrays;

/**
 * What the job's step imputes, its memory carried through the whole series. A slot without a
 * reading is stepped through, as in the job, and has no estimate.
 */
final class CausalEstimates implements Estimates {
    private final float[][] imputed;
    private final float[][] spread;

    CausalEstimates(SensorStep step, VisibleSeries visible) {
        imputed = new float[visible.length()][visible.channelCount()];
        spread = new float[visible.length()][visible.channelCount()];
        StudentMemory memory = step.newMemory();
        StepResult result = new StepResult(visible.channelCount());
        long lastMillis = Long.MIN_VALUE;
        for (int t = 0; t < visible.length(); t++) {
            if (!visible.isPresent(t)) {
                Arrays.fill(imputed[t], Float.NaN);
                continue;
            }
            long timeMillis = visible.timeMillis(t);
            if (lastMillis != Long.MIN_VALUE) {
                step.skipMissedSlots(memory, lastMillis, timeMillis);
            }
            step.step(memory, timeMillis, visible.row(t), result);
            lastMillis = timeMillis;
            System.arraycopy(result.imputed, 0, imputed[t], 0, imputed[t].length);
            System.arraycopy(result.spread, 0, spread[t], 0, spread[t].length);
        }
    }

    @Override
    public double value(int slot, int channel) {
        return imputed[slot][channel];
    }

    @Override
    public boolean hasSpread() {
        return true;
    }

    @Override
    public double quantile(int slot, int channel, double p) {
        double scale = spread[slot][channel] / StudentT.STANDARD_DEVIATION;
        return imputed[slot][channel] + scale * StudentT.quantile(p);
    }
}
