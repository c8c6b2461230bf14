package io.hindsight.console.state;

/**
 * What a part comes to.
 *
 * @param bytes of all entries, without their keys
 */
record Kept(long entries, long bytes) {
    static final Kept NOTHING = new Kept(0, 0);

    static Kept one(long bytes) {
        return new Kept(1, bytes);
    }

    Kept plus(Kept other) {
        return new Kept(entries + other.entries, bytes + other.bytes);
    }
}
