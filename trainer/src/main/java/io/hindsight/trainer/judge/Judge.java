package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;

/**
 * Hides cells, runs the causal step over each whole series with its memory carried, and compares
 * what it imputes with the truth. The step, the baselines and the truth meet on the same cells:
 * hidden ones that have a truth.
 */
public final class Judge {
    private Judge() {}

    /**
     * @throws DataException if the data's channels are not the bundle's
     */
    public static Judgement judge(Bundle bundle, DataSet data, HiddenCells hidden) {
        if (!bundle.spec().channels().equals(data.channels())) {
            throw new DataException(
                    "the data's channels must be the bundle's, in its order: data %s, bundle %s"
                            .formatted(data.channels(), bundle.spec().channels()));
        }
        Normaliser normaliser = bundle.normaliser();
        MethodErrors causal = new MethodErrors(data.channels(), normaliser);
        MethodErrors locf = new MethodErrors(data.channels(), normaliser);
        MethodErrors linear = new MethodErrors(data.channels(), normaliser);
        SensorStep step = new SensorStep(bundle);
        for (int k = 0; k < data.series().size(); k++) {
            SensorSeries series = data.series().get(k);
            double[][] visible = visible(series, hidden, k);
            double[][] imputed = run(step, series, visible);
            compare(causal, imputed, series, hidden, k);
            compare(locf, Baselines.lastObservation(visible, normaliser), series, hidden, k);
            compare(linear, Baselines.linear(visible, normaliser), series, hidden, k);
        }
        return new Judgement(causal.figures(false), locf.figures(false), linear.figures(true));
    }

    private static double[][] visible(SensorSeries series, HiddenCells hidden, int index) {
        double[][] rows = new double[series.length()][series.channelCount()];
        for (int t = 0; t < rows.length; t++) {
            for (int d = 0; d < rows[t].length; d++) {
                rows[t][d] = hidden.isHidden(index, t, d) ? Double.NaN : series.value(t, d);
            }
        }
        return rows;
    }

    private static double[][] run(SensorStep step, SensorSeries series, double[][] visible) {
        io.hindsight.model.sensor.ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(series.channelCount());
        double[][] imputed = new double[visible.length][series.channelCount()];
        long lastMillis = Long.MIN_VALUE;
        for (int t = 0; t < visible.length; t++) {
            if (!series.isPresent(t)) {
                continue;
            }
            if (lastMillis != Long.MIN_VALUE) {
                step.skipMissedSlots(memory, lastMillis, series.timeMillis(t));
            }
            step.step(memory, series.timeMillis(t), visible[t], result);
            lastMillis = series.timeMillis(t);
            for (int d = 0; d < imputed[t].length; d++) {
                imputed[t][d] = result.imputed[d];
            }
        }
        return imputed;
    }

    private static void compare(
            MethodErrors errors,
            double[][] estimates,
            SensorSeries series,
            HiddenCells hidden,
            int index) {
        for (int t = 0; t < estimates.length; t++) {
            for (int d = 0; d < estimates[t].length; d++) {
                double truth = series.value(t, d);
                if (hidden.isHidden(index, t, d) && !Double.isNaN(truth)) {
                    errors.add(d, estimates[t][d], truth);
                }
            }
        }
    }
}
