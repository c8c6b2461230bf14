package io.hindsight.model.anchor;

/** What a student corrects. */
public enum AnchorKind {
    /** The last observed value of each channel ({@link HeldValues}). */
    NONE("none"),

    /** Each channel by itself: its running profile, and how far the last value was off it. */
    SEASONAL("seasonal"),

    /** All channels together: a linear-Gaussian filter around their running profiles. */
    FILTER("filter"),

    /** The last observed value, which means less the longer ago it was ({@link DecayingValues}). */
    DECAY("decay");

    private final String label;

    AnchorKind(String label) {
        this.label = label;
    }

    /** Whether it is a filter around running profiles, which counts slots. */
    public boolean isFilter() {
        return this == SEASONAL || this == FILTER;
    }

    /** The name in files and options; never changed. */
    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException if no kind has this label
     */
    public static AnchorKind of(String label) {
        for (AnchorKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "anchor must be none, seasonal, filter or decay: '" + label + "'");
    }
}
