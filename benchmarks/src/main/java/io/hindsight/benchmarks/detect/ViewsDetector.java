package io.hindsight.benchmarks.detect;

import io.hindsight.model.generic.GenericNet;
import io.hindsight.model.generic.GenericViews;
import io.hindsight.model.generic.GenericWeights;
import io.hindsight.model.score.Prominence;
import io.hindsight.model.score.outside.OutsideViews;

/**
 * The prominence of what a channel's views say of it, with the generic net or without; no model.
 */
final class ViewsDetector implements StreamDetector {
    private static final long SEASON_MILLIS = 86_400_000L;
    private static final int STRETCH = 100;

    private final Strength strength;
    private final Prominence prominence = new Prominence(1, STRETCH);

    private ViewsDetector(Strength strength) {
        this.strength = strength;
    }

    private interface Strength {
        double of(long epochMillis, double value);
    }

    static DetectorKind alone() {
        return DetectorKind.withoutThreshold("views", channels -> withoutNet());
    }

    static DetectorKind with(String name, GenericWeights weights) {
        return DetectorKind.withoutThreshold(name, channels -> withNet(weights));
    }

    private static StreamDetector withoutNet() {
        OutsideViews views = new OutsideViews(1, SEASON_MILLIS);
        return new ViewsDetector(
                (time, value) -> {
                    views.expect(time);
                    return views.take(value, Double.NaN);
                });
    }

    private static StreamDetector withNet(GenericWeights weights) {
        GenericViews views = new GenericViews(new GenericNet(weights), 1, SEASON_MILLIS);
        return new ViewsDetector(
                (time, value) -> {
                    views.expect(time);
                    return views.take(value, Double.NaN);
                });
    }

    @Override
    public double score(long epochMillis, double[] values) {
        double value = values[0];
        return Double.isNaN(value) ? 0 : prominence.of(strength.of(epochMillis, value));
    }
}
