package io.hindsight.model.timeline;

/**
 * What was last said of a slot.
 *
 * @param revision its number; {@link #NOTHING}'s is −1
 * @param digest of the {@link Answer}
 */
public record Said(int revision, long digest) {
    /** Nothing was said yet. */
    public static final Said NOTHING = new Said(-1, 0);

    boolean isNothing() {
        return revision < 0;
    }
}
