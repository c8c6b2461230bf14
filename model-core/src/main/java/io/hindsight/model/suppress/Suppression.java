package io.hindsight.model.suppress;

import java.util.List;
import java.util.Optional;

/**
 * The rules of a group, as they stand from an event time on. A later version takes the place of all
 * of it. Immutable.
 *
 * @param version within the group, from 1; a higher one was given later
 * @param fromMillis event time from which it acts, decided once
 * @param rules in the order in which they are asked
 */
public record Suppression(int version, long fromMillis, List<Rule> rules) {
    /** The time that means: on every reading. */
    public static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

    public Suppression {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        rules = List.copyOf(rules);
    }

    /**
     * The first rule that ignores a deviation, if any does.
     *
     * @param sensor its name
     * @param value as {@link Rule#ignores}
     */
    public Optional<Rule> ignoring(
            String sensor, long eventTimeMillis, String channel, double value, double expected) {
        for (Rule rule : rules) {
            if (isFor(rule, sensor) && rule.ignores(eventTimeMillis, channel, value, expected)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static boolean isFor(Rule rule, String sensor) {
        return rule.sensor().isEmpty() || rule.sensor().get().equals(sensor);
    }
}
