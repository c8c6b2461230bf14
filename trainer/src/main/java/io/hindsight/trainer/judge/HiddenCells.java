package io.hindsight.trainer.judge;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;
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

    /** What can be seen of the data set that these cells are of. */
    public GroupContext.Visible visible(DataSet data) {
        return (series, slot, channel) ->
                isHidden(series, slot, channel)
                        ? Double.NaN
                        : data.series().get(series).value(slot, channel);
    }

    /** The same cells of a data set with more channels after its own. */
    public HiddenCells in(DataSet wider) {
        HiddenCells same = new HiddenCells(wider);
        for (int k = 0; k < cells.size(); k++) {
            int series = k;
            cells.get(k).stream()
                    .forEach(cell -> same.hide(series, cell / channels, cell % channels));
        }
        return same;
    }

    public long count() {
        return cells.stream().mapToLong(BitSet::cardinality).sum();
    }
}
