package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.OpenGaps;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.spread.SpreadTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * One series through the job's step, its memory carried from end to end: what it imputes at once,
 * and what it revises when a gap has closed. A slot without a reading is stepped through, as in the
 * job, with what is given of it, and has no estimate.
 */
final class ModelRun {
    private final SpreadTable spread;
    private final Bounds bounds;
    private final Answers causal;
    private final Answers revised;
    private final SensorStep step;
    private final ModelMemory memory;
    private final StepResult result;

    /** Empty if nothing is ever revised. */
    private Optional<OpenGaps> gaps;

    ModelRun(Bundle bundle, VisibleSeries visible) {
        this.spread = bundle.spread();
        this.bounds = bundle.bounds();
        int answered = bundle.spec().answeredCount();
        this.causal = new Answers(visible.length(), answered);
        this.revised = new Answers(visible.length(), answered);
        this.step = new SensorStep(bundle);
        this.memory = step.newMemory();
        this.gaps = step.newGaps();
        this.result = new StepResult(answered);
        int next = visible.length();
        for (int t = 0; t < visible.length(); t++) {
            if (visible.isPresent(t)) {
                miss(visible, next, t);
                take(visible, t);
                next = t + 1;
            }
        }
    }

    /** Slots without a reading: what is given is seen in them, too, and nothing is asked. */
    private void miss(VisibleSeries visible, int from, int to) {
        if (step.spec().intervalMillis() == 0) {
            return;
        }
        int lost = from + Sensor.MOST_MISSED_SLOTS;
        for (int t = from; t < Math.min(to, lost); t++) {
            step.step(memory, visible.timeMillis(t), visible.row(t), result);
            lookBack(visible);
        }
        if (to > lost) {
            gaps = step.newGaps();
        }
    }

    private void take(VisibleSeries visible, int t) {
        step.step(memory, visible.timeMillis(t), visible.row(t), result);
        for (int d = 0; d < result.channelCount(); d++) {
            causal.set(t, d, result.imputed[d], result.scale[d], result.situation[d]);
            revised.set(t, d, result.imputed[d], result.scale[d], result.situation[d]);
        }
        lookBack(visible);
    }

    private void lookBack(VisibleSeries visible) {
        if (gaps.isPresent()) {
            for (Revision revision : step.lookBack(memory, result, gaps.get())) {
                revised.set(
                        visible.slot(revision.eventTimeMillis()),
                        revision.channel(),
                        revision.value(),
                        revision.scale(),
                        revision.situation());
            }
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
