package io.hindsight.job.context;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is to be done with slots when the watermark reaches a time.
 *
 * @param say to be handed on
 * @param forget to be forgotten, after that
 */
record Agenda(Set<SlotId> say, Set<SlotId> forget) {
    Agenda() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
