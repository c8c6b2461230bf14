package io.hindsight.trainer.judge;

/** How many slots in a row a channel is not seen, hidden or missing, around a hidden cell. */
public enum GapLength {
    ONE("1", 1),
    TO_3("2-3", 3),
    TO_8("4-8", 8),
    TO_16("9-16", 16),
    TO_36("17-36", 36),
    MORE("more", Integer.MAX_VALUE);

    private final String key;
    private final int longest;

    GapLength(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    /** The slots, as text. */
    public String key() {
        return key;
    }

    static GapLength of(int slots) {
        for (GapLength length : values()) {
            if (slots <= length.longest) {
                return length;
            }
        }
        throw new AssertionError(slots);
    }

    /** Of each cell [slots][channels] that is not seen, null of one that is. */
    static GapLength[][] ofCells(VisibleSeries visible) {
        GapLength[][] lengths = new GapLength[visible.length()][visible.channelCount()];
        for (int d = 0; d < visible.channelCount(); d++) {
            int begin = 0;
            for (int t = 0; t <= visible.length(); t++) {
                if (t == visible.length() || !visible.isHole(t, d)) {
                    for (int hole = begin; hole < t; hole++) {
                        lengths[hole][d] = of(t - begin);
                    }
                    begin = t + 1;
                }
            }
        }
        return lengths;
    }
}
