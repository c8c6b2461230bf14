package io.hindsight.model.sensor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.student.StudentMemory;

/** What a model remembers of one sensor: its anchor's memory and its student's. */
public final class ModelMemory {
    final AnchorMemory anchor;
    final StudentMemory student;

    ModelMemory(AnchorMemory anchor, StudentMemory student) {
        this.anchor = anchor;
        this.student = student;
    }

    /** A memory of the same that shares nothing with this one. */
    public ModelMemory copy() {
        return new ModelMemory(anchor.copy(), student.copy());
    }
}
