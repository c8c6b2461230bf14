package io.hindsight.trainer.detect.page;

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

    String sign() {
        return sign;
    }

    String words() {
        return words;
    }
}
