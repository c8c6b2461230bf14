package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.DataSet;

/** What {@code evaluate} makes of a series of which nothing is hidden, cell by cell. */
public final class Evaluated {
    private final ModelRun run;

    private Evaluated(ModelRun run) {
        this.run = run;
    }

    public static Evaluated of(Bundle bundle, DataSet data, int series) {
        HiddenCells nothing = new HiddenCells(data);
        return new Evaluated(
                new ModelRun(
                        bundle, new VisibleSeries(data.series().get(series), nothing, series)));
    }

    public float causal(int slot, int channel) {
        return (float) run.causal().value(slot, channel);
    }

    public float revised(int slot, int channel) {
        return (float) run.revised().value(slot, channel);
    }
}
