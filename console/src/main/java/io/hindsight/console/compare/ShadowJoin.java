package io.hindsight.console.compare;

import io.hindsight.schemas.Result;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins what the active model and its shadow said of the same reading, by sensor and event time. Of
 * several revisions the highest counts. It keeps the shadow's results, and those of the active one
 * that have one beside them: the shadow's are to be added first.
 */
public final class ShadowJoin {
    private final String group;
    private final long fromMillis;
    private final Map<Moment, Pair> pairs = new HashMap<>();

    /**
     * @param fromMillis event time before which nothing is compared
     */
    public ShadowJoin(String group, long fromMillis) {
        this.group = group;
        this.fromMillis = fromMillis;
    }

    public void addShadow(Result result) {
        if (counts(result)) {
            Pair pair = pairs.computeIfAbsent(Moment.of(result), moment -> new Pair());
            pair.shadow = newer(pair.shadow, result);
        }
    }

    public void addActive(Result result) {
        Pair pair = pairs.get(Moment.of(result));
        if (pair != null && counts(result)) {
            pair.active = newer(pair.active, result);
        }
    }

    /** A comparison for each pair of versions, by version. */
    public Collection<ShadowComparison> compare(float alarmScore) {
        Map<Versions, ShadowComparison> comparisons = new TreeMap<>();
        for (Moment moment : pairs.keySet().stream().sorted().toList()) {
            Pair pair = pairs.get(moment);
            if (pair.active != null) {
                Versions versions =
                        new Versions(pair.active.modelVersion(), pair.shadow.modelVersion());
                comparisons
                        .computeIfAbsent(
                                versions,
                                each ->
                                        new ShadowComparison(
                                                each.active(), each.shadow(), alarmScore))
                        .add(pair.active, pair.shadow);
            }
        }
        return comparisons.values();
    }

    private boolean counts(Result result) {
        return result.group().equals(group)
                && result.status().equals(Result.SCORED)
                && result.eventTimeMillis() >= fromMillis;
    }

    private static Result newer(Result before, Result now) {
        return before == null || now.revision() >= before.revision() ? now : before;
    }

    private static final class Pair {
        Result shadow;
        Result active;
    }

    private record Moment(long eventTimeMillis, String sensor) implements Comparable<Moment> {
        static Moment of(Result result) {
            return new Moment(result.eventTimeMillis(), result.sensor());
        }

        @Override
        public int compareTo(Moment other) {
            int byTime = Long.compare(eventTimeMillis, other.eventTimeMillis);
            return byTime != 0 ? byTime : sensor.compareTo(other.sensor);
        }
    }

    private record Versions(long active, long shadow) implements Comparable<Versions> {
        @Override
        public int compareTo(Versions other) {
            int byActive = Long.compare(active, other.active);
            return byActive != 0 ? byActive : Long.compare(shadow, other.shadow);
        }
    }
}
