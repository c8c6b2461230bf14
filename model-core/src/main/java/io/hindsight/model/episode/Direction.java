package io.hindsight.model.episode;

/** On which side of what was expected a channel lay, over a whole episode. */
public enum Direction {
    ABOVE("↑", "above what was expected"),
    BELOW("↓", "below what was expected"),
    /** Now on this side, now on that. */
    BOTH("↕", "now above, now below what was expected");

    private static final double CLEAR = 1.0 / 3;

    private final String sign;
    private final String words;

    Direction(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /**
     * @param lean from −1, always below, to 1, always above
     */
    static Direction of(double lean) {
        if (Math.abs(lean) < CLEAR) {
            return BOTH;
        }
        return lean > 0 ? ABOVE : BELOW;
    }

    /** In one sign, for lists. */
    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }
}
