package io.hindsight.trainer.detect.page;

import java.util.Optional;

/** One channel of a series. The array is of the series' rows and is not copied; NaN is a hole. */
public final class DetectedChannel {
    private final String name;
    private final double[] values;
    private final Optional<ExpectedBand> band;

    /**
     * One channel.
     *
     * @param band empty if nothing is known of what was expected
     */
    public DetectedChannel(String name, double[] values, Optional<ExpectedBand> band) {
        if (band.isPresent() && band.get().rows() != values.length) {
            throw new IllegalArgumentException(
                    "band of channel %s must have as many rows as values, %d: %d"
                            .formatted(name, values.length, band.get().rows()));
        }
        this.name = name;
        this.values = values;
        this.band = band;
    }

    String name() {
        return name;
    }

    double[] values() {
        return values;
    }

    Optional<ExpectedBand> band() {
        return band;
    }
}
