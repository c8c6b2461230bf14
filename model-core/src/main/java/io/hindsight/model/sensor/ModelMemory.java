package io.hindsight.model.sensor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.student.StudentMemory;

/**
 * What a model remembers of one sensor: its anchor's memory, its student's, and the sensor's own
 * scale, null where the bundle knows none.
 */
public final class ModelMemory {
    final AnchorMemory anchor;
    final StudentMemory student;
    final OwnScale own;

    ModelMemory(AnchorMemory anchor, StudentMemory student, OwnScale own) {
        this.anchor = anchor;
        this.student = student;
        this.own = own;
    }

    /** A memory of the same that shares nothing with this one. */
    public ModelMemory copy() {
        return new ModelMemory(anchor.copy(), student.copy(), own == null ? null : own.copy());
    }
}
