package io.hindsight.job.models;

import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of all groups' models, and who decides from when on an order acts. */
final class Ledger {
    private final ReleaseVerifier verifier;
    private final Map<String, GroupLedger> groups = new TreeMap<>();

    Ledger(ReleaseVerifier verifier) {
        this.verifier = verifier;
    }

    /** Takes back what a checkpoint held. */
    void restore(GroupLedger group) {
        groups.put(group.group, group);
    }

    Collection<GroupLedger> groups() {
        return groups.values();
    }

    /**
     * Takes a record of the models topic in.
     *
     * @return what the steps must know of it: the record itself, or of times all that is decided;
     *     nothing where it is no news
     * @throws RefusedReleaseException if it must not act; then nothing is changed
     */
    List<ModelRecord> take(ModelRecord record) throws RefusedReleaseException {
        verifier.requireServed(record.group());
        if (record instanceof ModelRelease release) {
            verifier.verify(release);
            return group(record).take(release) ? List.of(release) : List.of();
        }
        GroupLedger group = group(record);
        if (record instanceof ModelSchedule schedule) {
            return group.take(schedule) ? List.of(schedule) : List.of();
        }
        if (record instanceof ModelSuppression wanted) {
            return group.suppression.take(wanted) ? List.of(wanted) : List.of();
        }
        return group.take((ModelTimes) record) ? List.of(group.decided()) : List.of();
    }

    /** Whether an order could be decided now. */
    boolean isDue() {
        return groups.values().stream().anyMatch(GroupLedger::isDue);
    }

    /**
     * Decides all that is due.
     *
     * @param passedMillis as {@link GroupLedger#decide}
     * @return the times of the groups in which something was decided
     */
    List<ModelTimes> decide(long passedMillis) {
        List<ModelTimes> decided = new ArrayList<>();
        for (GroupLedger group : groups.values()) {
            if (group.isDue()) {
                group.decide(passedMillis);
                decided.add(group.decided());
            }
        }
        return decided;
    }

    private GroupLedger group(ModelRecord record) {
        return groups.computeIfAbsent(record.group(), GroupLedger::new);
    }
}
