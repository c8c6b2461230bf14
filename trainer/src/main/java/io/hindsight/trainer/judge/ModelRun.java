package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.OpenGaps;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.spread.SpreadTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One series through the job's step, its memory carried from end to end: what it imputes at once,
 * and what it revises when a gap has closed. A slot without a reading is stepped through, as in the
 * job, and has no estimate.
 */
final class ModelRun {
    private final SpreadTable spread;
    private final Bounds bounds;
    private final Answers causal;
    private final Answers revised;

    ModelRun(Bundle bundle, VisibleSeries visible) {
        this.spread = bundle.spread();
        this.bounds = bundle.bounds();
        int answered = bundle.spec().answeredCount();
        this.causal = new Answers(visible.length(), answered);
        this.revised = new Answers(visible.length(), answered);
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        Optional<OpenGaps> gaps = step.newGaps();
        StepResult result = new StepResult(answered);
        long lastMillis = Long.MIN_VALUE;
        for (int t = 0; t < visible.length(); t++) {
            if (!visible.isPresent(t)) {
                continue;
            }
            long timeMillis = visible.timeMillis(t);
            if (lastMillis != Long.MIN_VALUE) {
                correct(visible, step.skipMissedSlots(memory, lastMillis, timeMillis, gaps));
            }
            step.step(memory, timeMillis, visible.row(t), result);
            lastMillis = timeMillis;
            for (int d = 0; d < answered; d++) {
                causal.set(t, d, result.imputed[d], result.scale[d], result.situation[d]);
                revised.set(t, d, result.imputed[d], result.scale[d], result.situation[d]);
            }
            if (gaps.isPresent()) {
                correct(visible, step.lookBack(memory, result, gaps.get()));
            }
        }
    }

    private void correct(VisibleSeries visible, List<Revision> revisions) {
        for (Revision revision : revisions) {
            revised.set(
                    visible.slot(revision.eventTimeMillis()),
                    revision.channel(),
                    revision.value(),
                    revision.scale(),
                    revision.situation());
        }
    }

    /** What was said at once. */
    Estimates causal() {
        return causal;
    }

    /** What was said last: revised where the step looked back, else what was said at once. */
    Estimates revised() {
        return revised;
    }

    private final class Answers implements Estimates {
        private final float[][] value;
        private final float[][] scale;
        private final byte[][] situation;

        private Answers(int slots, int channels) {
            value = new float[slots][channels];
            scale = new float[slots][channels];
            situation = new byte[slots][channels];
            for (float[] row : value) {
                Arrays.fill(row, Float.NaN);
            }
        }

        private void set(int slot, int channel, float answer, float width, byte when) {
            value[slot][channel] = answer;
            scale[slot][channel] = width;
            situation[slot][channel] = when;
        }

        @Override
        public double value(int slot, int channel) {
            return value[slot][channel];
        }

        @Override
        public boolean hasSpread() {
            return true;
        }

        @Override
        public double quantile(int slot, int channel, double p) {
            double half = spread.halfWidth(situation[slot][channel], channel, Math.abs(2 * p - 1));
            double off = Math.copySign(half * scale[slot][channel], p - 0.5);
            return bounds.limit(channel, value[slot][channel] + off);
        }
    }
}
