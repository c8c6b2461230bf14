package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;

/** The cells that {@code evaluate} judges, and what its run of the step says of each. */
public final class JudgedCells {
    private JudgedCells() {}

    /** Calls for each hidden predicted cell that has a truth, in the order of {@link Judge}. */
    public static void forEach(
            Bundle bundle, DataSet data, HiddenCells hidden, CellVisitor visitor) {
        InContext seen = InContext.of(bundle, data, hidden);
        for (int k = 0; k < data.series().size(); k++) {
            SensorSeries series = data.series().get(k);
            VisibleSeries visible =
                    new VisibleSeries(seen.data().series().get(k), seen.hidden(), k);
            ModelRun run = new ModelRun(bundle, visible);
            for (int t = 0; t < series.length(); t++) {
                for (int d = 0; d < data.predicted().size(); d++) {
                    double truth = series.value(t, d);
                    if (hidden.isHidden(k, t, d) && !Double.isNaN(truth)) {
                        visitor.visit(
                                k,
                                t,
                                d,
                                truth,
                                run.causal().value(t, d),
                                run.revised().value(t, d));
                    }
                }
            }
        }
    }

    /** Takes a cell, its truth and what was imputed, all in natural units. */
    @FunctionalInterface
    public interface CellVisitor {
        /**
         * @param causal what was said at once
         * @param revised what was said last
         */
        void visit(int series, int slot, int channel, double truth, double causal, double revised);
    }
}
