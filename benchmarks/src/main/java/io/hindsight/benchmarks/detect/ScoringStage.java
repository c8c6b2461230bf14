package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.detect.ProductDetector.Say;

/** A way to judge a sensor's readings, of those whose cost is compared. */
public enum ScoringStage {
    /** The product's, where no model predicts the sensor. */
    DETECTOR("detector"),

    /** The product's, beside a model. */
    WATCHER("watcher"),

    /** AWS' random cut forest as it was submitted to NAB. */
    RCF("rcf"),

    /** The same library as it is recommended. */
    RCF_GRADE("rcf-grade");

    private final String label;

    ScoringStage(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** One that has seen nothing. */
    StoredDetector fresh(int channels) {
        return switch (this) {
            case DETECTOR -> new ProductDetector(channels, Say.SCALE);
            case WATCHER -> new ResidualWatcher(channels, SteadySensor.INTERVAL.toMillis());
            case RCF -> RandomCutForestPeer.asSubmittedToNab(channels);
            case RCF_GRADE -> RandomCutForestPeer.graded(channels, Detectors.SHINGLE);
        };
    }
}
