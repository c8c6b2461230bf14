package io.hindsight.trainer.judge;

import io.hindsight.trainer.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cells of a data set that a model must not see: for each series, slots and channels. */
public final class HiddenCells {
    private final int channels;
    private final List<BitSet> cells = new ArrayList<>();

    public HiddenCells(DataSet data) {
        this.channels = data.channels().size();
        data.series().forEach(series -> cells.add(new BitSet()));
    }

    public void hide(int series, int slot, int channel) {
        cells.get(series).set(slot * channels + channel);
    }

    public boolean isHidden(int series, int slot, int channel) {
        return cells.get(series).get(slot * channels + channel);
    }

    public long count() {
        return cells.stream().mapToLong(BitSet::cardinality).sum();
    }
}
