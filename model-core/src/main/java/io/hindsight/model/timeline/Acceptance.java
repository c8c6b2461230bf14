package io.hindsight.model.timeline;

/** What became of a reading. */
public sealed interface Acceptance {
    /** Whether the reading is one of the sensor's now. */
    default boolean isAccepted() {
        return this instanceof Taken || this instanceof Repaired;
    }

    default boolean refuses(Reason reason) {
        return this instanceof Refused refused && refused.reason() == reason;
    }

    /** It has its place. */
    record Taken() implements Acceptance {}

    /** It came in time or late, behind others, and what had been said without it is corrected. */
    record Repaired() implements Acceptance {}

    /** The sensor has a reading of that moment; this one is dropped. */
    record Duplicate() implements Acceptance {}

    /**
     * It could not be used.
     *
     * @param reason a stable word for machines
     * @param field which field was at fault
     * @param rule what the field must be
     * @param found what it was
     */
    record Refused(Reason reason, String field, String rule, String found) implements Acceptance {}

    /** Why a reading could not be used. */
    enum Reason {
        LATE("late"),
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
