package io.hindsight.trainer.adapt;

/** A way of fitting a group's model to a new site. */
public enum Way {
    AS_IS("as it is"),
    /** The linear filter alone, centred on the group's. */
    ANCHOR("anchor only"),
    /** What is said from the student's memory; the memory stays the group's. */
    HEADS("head only"),
    /** All that the student has learnt, slowly. */
    ALL("all");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
