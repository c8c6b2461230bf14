package io.hindsight.console.state;

/** What is kept of a sensor. */
public enum Part {
    /** The one value that each slot reads and writes. */
    HOT_VALUE("hot value"),
    ANCHOR("  anchor"),
    STUDENT("  student"),
    OWN_SCALE("  own scale"),
    SCORES("  scores"),
    GAPS("  open gaps, episode"),
    BOOKS("  times, counts, marks"),
    /** Slots with a reading, one entry each. */
    READINGS("readings"),
    /** Slots without one. */
    MISSES("misses"),
    /** Slots that an open gap may still revise. */
    GAP_SLOTS("gap slots"),
    /** States back to which a repair can go. */
    SNAPSHOTS("snapshots"),
    /** A reading that waits for the watermark. */
    WAITING("waiting");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is counted in another part already. */
    public boolean isWithinAnother() {
        return switch (this) {
            case ANCHOR, STUDENT, OWN_SCALE, SCORES, GAPS, BOOKS -> true;
            case HOT_VALUE, READINGS, MISSES, GAP_SLOTS, SNAPSHOTS, WAITING -> false;
        };
    }
}
