package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;

/** A data set as a model takes it, and the cells of it that are hidden. */
record InContext(DataSet data, HiddenCells hidden) {

    /** With the context of the group, of what is not hidden, if the model takes one. */
    static InContext of(Bundle bundle, DataSet data, HiddenCells hidden) {
        if (bundle.context().isEmpty() || ContextChannels.areAmong(data.channels())) {
            return new InContext(data, hidden);
        }
        long phaseMillis = bundle.context().get().phaseMillis();
        DataSet wide = GroupContext.add(data, phaseMillis, hidden.visible(data));
        return new InContext(wide, hidden.in(wide));
    }
}
