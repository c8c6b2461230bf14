package io.hindsight.model.score.outside;

/** What a distance from everything seen says, as a number without a unit. */
final class Evidence {
    /** No single view can say more. */
    static final double MOST = 3;

    private Evidence() {}

    /**
     * distance / span, less the grain; 0 for a distance that is rounding.
     *
     * @param distance from what was seen, at least 0
     * @param span of what was seen
     * @param floor what counts as rounding, in the same unit; a span is never less
     * @param grain share of the span that says nothing
     */
    static double of(double distance, double span, double floor, double grain) {
        if (!(distance > floor)) {
            return 0;
        }
        return Math.min(MOST, Math.max(0, distance / Math.max(span, floor) - grain));
    }
}
