package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeChange;
import java.util.List;
import java.util.Optional;

/** What came of a reading. */
public sealed interface Outcome {

    /**
     * It was scored, and what was missing was imputed.
     *
     * @param revisions of what was imputed before, in gaps that this reading closed; none where the
     *     caller keeps no {@link OpenGaps}
     */
    record Scored(
            long modelVersion,
            StepResult result,
            Optional<EpisodeChange> episode,
            List<Revision> revisions)
            implements Outcome {}

    /** It was kept: the group has no model yet. */
    record Waiting() implements Outcome {}

    /**
     * It could not be used.
     *
     * @param reason a stable word for machines
     * @param field which field was at fault
     * @param rule what the field must be
     * @param found what it was
     */
    record Refused(Reason reason, String field, String rule, String found) implements Outcome {}

    /** Why a reading could not be used. */
    enum Reason {
        OUT_OF_ORDER("out-of-order"),
        CHANNEL_COUNT("channel-count");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word on the wire; never changed. */
        public String word() {
            return word;
        }
    }
}
