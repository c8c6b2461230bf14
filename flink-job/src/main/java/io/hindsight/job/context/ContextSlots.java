package io.hindsight.job.context;

import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last slots of each group, as a subtask of the step keeps them: those within the repair bound
 * and {@value #SLOTS_BEFORE} more of the group's latest slot, so that a sensor can be led through
 * its past with the context that it had.
 */
public final class ContextSlots {
    /** Slots that are kept beyond the repair bound. */
    public static final int SLOTS_BEFORE = 336;

    private final long boundMillis;
    private final Map<String, Map<ContextSpec, TreeMap<Long, GroupSlot>>> groups = new HashMap<>();
    private final Map<String, Long> corrections = new HashMap<>();

    public ContextSlots(Duration repairBound) {
        this.boundMillis = repairBound.toMillis();
    }

    /**
     * Takes a slot in, in the place of what was said of it before; of two the higher revision
     * stays.
     *
     * @param watermark of the subtask: sensors have yet to come to the slots behind it
     * @return slots of the group that are no longer kept, for whoever keeps them elsewhere
     */
    public List<SlotId> put(GroupSlot slot, long watermark) {
        SlotId id = slot.slot();
        if (slot.isCorrection()) {
            corrections.merge(slot.group(), slot.saidMillis(), Math::max);
        }
        groups.computeIfAbsent(slot.group(), group -> new HashMap<>())
                .computeIfAbsent(id.spec(), spec -> new TreeMap<>())
                .merge(id.timeMillis(), slot, ContextSlots::later);
        return leave(slot.group(), watermark);
    }

    private static GroupSlot later(GroupSlot one, GroupSlot other) {
        return one.revision() > other.revision() ? one : other;
    }

    private List<SlotId> leave(String group, long watermark) {
        Map<ContextSpec, TreeMap<Long, GroupSlot>> grids = groups.get(group);
        long latest = grids.values().stream().mapToLong(TreeMap::lastKey).max().orElseThrow();
        long reached = Math.min(latest, watermark);
        List<SlotId> leaving = new ArrayList<>();
        if (reached == Long.MIN_VALUE) {
            return leaving;
        }
        grids.forEach(
                (spec, slots) -> {
                    long first = reached - boundMillis - SLOTS_BEFORE * spec.intervalMillis();
                    slots.headMap(first).keySet().forEach(at -> leaving.add(new SlotId(at, spec)));
                    slots.headMap(first).clear();
                });
        grids.values().removeIf(TreeMap::isEmpty);
        return leaving;
    }

    /** What a group had in the slot that an event time belongs to; empty if that is not known. */
    public Optional<SlotContext> at(String group, ContextSpec spec, long eventTimeMillis) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(spec))
                .map(slots -> slots.get(spec.slotMillis(eventTimeMillis)))
                .map(GroupSlot::context);
    }

    /**
     * Up to where a group's corrections have come: a number that rises, the smallest of all for
     * none. Whoever has taken them in remembers it. Those that were said at one event time come one
     * by one, and are all here when the watermark has passed it.
     *
     * @param watermark of the subtask
     */
    public long corrections(String group, long watermark) {
        long last = corrections.getOrDefault(group, Long.MIN_VALUE);
        return last <= watermark
                ? last
                : correctionsAfter(group, Long.MIN_VALUE, watermark)
                        .mapToLong(GroupSlot::saidMillis)
                        .max()
                        .orElse(Long.MIN_VALUE);
    }

    private Stream<GroupSlot> correctionsAfter(String group, long since, long watermark) {
        return groups.get(group).values().stream()
                .flatMap(slots -> slots.values().stream())
                .filter(GroupSlot::isCorrection)
                .filter(slot -> slot.saidMillis() > since && slot.saidMillis() <= watermark);
    }

    /**
     * The first event time whose context was corrected since.
     *
     * @param since what {@link #corrections} was
     * @param watermark of the subtask
     * @return the largest number if nothing was corrected
     */
    public long changedFrom(String group, long since, long watermark) {
        if (corrections.getOrDefault(group, Long.MIN_VALUE) <= since) {
            return Long.MAX_VALUE;
        }
        return correctionsAfter(group, since, watermark)
                .mapToLong(
                        slot -> slot.slot().lastMillis() + 1 - slot.slot().spec().intervalMillis())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
