package io.hindsight.benchmarks.detect;

import com.amazon.randomcutforest.config.ForestMode;
import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;

/** AWS' random cut forest, from its own library. A hole is taken to be the value before it. */
final class RandomCutForestPeer implements StoredDetector {
    private static final int SAMPLES = 256;
    private static final long SEED = 1;

    private final ThresholdedRandomCutForest forest;
    private final boolean grade;
    private final double[] held;

    private RandomCutForestPeer(ThresholdedRandomCutForest forest, boolean grade, int channels) {
        this.forest = forest;
        this.grade = grade;
        this.held = new double[channels];
    }

    /**
     * As it was submitted to NAB: 100 trees of 256 samples, a time decay of 1 in 100,000, raw
     * values without a shingle, silent until the samples are full; its score is the forest's own.
     */
    static RandomCutForestPeer asSubmittedToNab(int channels) {
        ThresholdedRandomCutForest forest =
                ThresholdedRandomCutForest.builder()
                        .dimensions(channels)
                        .shingleSize(1)
                        .numberOfTrees(100)
                        .sampleSize(SAMPLES)
                        .timeDecay(1e-5)
                        .outputAfter(SAMPLES)
                        .transformMethod(TransformMethod.NONE)
                        .forestMode(ForestMode.STANDARD)
                        .randomSeed(SEED)
                        .build();
        return new RandomCutForestPeer(forest, false, channels);
    }

    /**
     * As the library recommends: 50 trees, the last {@code shingle} rows as one point, normalised
     * values; its score is the library's anomaly grade, which is 0 unless it alarms.
     */
    static RandomCutForestPeer graded(int channels, int shingle) {
        ThresholdedRandomCutForest forest =
                ThresholdedRandomCutForest.builder()
                        .dimensions(channels * shingle)
                        .shingleSize(shingle)
                        .numberOfTrees(50)
                        .sampleSize(SAMPLES)
                        .transformMethod(TransformMethod.NORMALIZE)
                        .forestMode(ForestMode.STANDARD)
                        .autoAdjust(true)
                        .randomSeed(SEED)
                        .build();
        return new RandomCutForestPeer(forest, true, channels);
    }

    @Override
    public double score(long epochMillis, double[] values) {
        for (int d = 0; d < held.length; d++) {
            held[d] = Double.isNaN(values[d]) ? held[d] : values[d];
        }
        AnomalyDescriptor said = forest.process(held.clone(), epochMillis);
        return grade ? said.getAnomalyGrade() : said.getRCFScore();
    }

    /** Those of its library's own state, as Java writes it. */
    @Override
    public int storedBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ThresholdedRandomCutForestMapper().toState(forest));
        }
        return bytes.size();
    }
}
