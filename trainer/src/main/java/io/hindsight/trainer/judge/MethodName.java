package io.hindsight.trainer.judge;

/** The ways to fill holes that can be compared, in the order in which they are reported. */
public enum MethodName {
    CAUSAL("causal", "causal step", false),
    REVISED("revised", "revised", true),
    ANCHOR("anchor", "anchor alone", false),
    LOCF("locf", "last observation", false),
    MOVING_AVERAGE("movingAverage", "moving average of 24", false),
    SEASONAL_NAIVE("seasonalNaive", "seasonal naive", false),
    RIDGE("ridge", "causal ridge", false),
    LINEAR("linear", "linear interpolation", true);

    private final String key;
    private final String title;
    private final boolean seesFuture;

    MethodName(String key, String title, boolean seesFuture) {
        this.key = key;
        this.title = title;
        this.seesFuture = seesFuture;
    }

    /** The word for machines; never changed. */
    public String key() {
        return key;
    }

    /** The words for people. */
    public String title() {
        return title;
    }

    /** Whether it looks past the hole, which no stream can when it answers at once. */
    public boolean seesFuture() {
        return seesFuture;
    }
}
