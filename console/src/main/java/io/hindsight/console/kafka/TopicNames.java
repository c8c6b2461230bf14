package io.hindsight.console.kafka;

import java.util.List;

/** The names of the six topics. */
public record TopicNames(
        String readings,
        String results,
        String shadow,
        String episodes,
        String deadLetters,
        String models) {
    /** The names that every part uses unless told otherwise. */
    public static final TopicNames DEFAULT =
            new TopicNames(
                    "hindsight.readings",
                    "hindsight.results",
                    "hindsight.shadow",
                    "hindsight.episodes",
                    "hindsight.dead-letters",
                    "hindsight.models");

    /** All names, in the order of the components. */
    public List<String> all() {
        return List.of(readings, results, shadow, episodes, deadLetters, models);
    }
}
