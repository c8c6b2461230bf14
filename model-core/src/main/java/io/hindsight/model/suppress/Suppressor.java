package io.hindsight.model.suppress;

import java.util.Optional;

/**
 * What is ignored of one sensor.
 *
 * @param ofGroup what is known of its group
 * @param sensor its name
 */
public record Suppressor(Suppressions ofGroup, String sensor) {
    /** Ignores nothing. */
    public static final Suppressor NONE = new Suppressor(Suppressions.NONE, "");

    /** What acts on the sensor's reading of a moment, if it can ignore anything. */
    public Optional<Suppression> at(long eventTimeMillis) {
        return ofGroup.at(eventTimeMillis).filter(acting -> !acting.rules().isEmpty());
    }
}
