package io.hindsight.console.state;

/** Mean and largest of what was kept of sensors at many moments. */
public final class Figures {
    private long samples;
    private long entries;
    private long bytes;
    private long mostEntries;
    private long mostBytes;

    void add(Kept kept) {
        samples++;
        entries += kept.entries();
        bytes += kept.bytes();
        mostEntries = Math.max(mostEntries, kept.entries());
        mostBytes = Math.max(mostBytes, kept.bytes());
    }

    public double meanEntries() {
        return samples == 0 ? 0 : (double) entries / samples;
    }

    public long mostEntries() {
        return mostEntries;
    }

    /** Bytes an entry; 0 where there was none. */
    public double entryBytes() {
        return entries == 0 ? 0 : (double) bytes / entries;
    }

    public double meanBytes() {
        return samples == 0 ? 0 : (double) bytes / samples;
    }

    public long mostBytes() {
        return mostBytes;
    }
}
