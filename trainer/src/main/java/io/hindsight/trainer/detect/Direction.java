package io.hindsight.trainer.detect;

/** On which side of what was expected a channel lay. */
public enum Direction {
    UP("↑", "above what was expected"),
    DOWN("↓", "below what was expected"),
    UNCLEAR("↕", "other than expected");

    private final String sign;
    private final String words;

    Direction(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** In one sign, for lists. */
    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }
}
