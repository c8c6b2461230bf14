package io.hindsight.benchmarks.detect;

import java.util.function.IntFunction;

/**
 * A kind of detector, with all of its settings.
 *
 * @param name in tables and on the command line
 * @param defaultThreshold the score from which on it alarms by itself; NaN if it has no such
 * @param factory makes a detector for a series of so many channels
 */
public record DetectorKind(
        String name, double defaultThreshold, IntFunction<StreamDetector> factory) {
    /** A kind that leaves the threshold to others. */
    public static DetectorKind withoutThreshold(String name, IntFunction<StreamDetector> factory) {
        return new DetectorKind(name, Double.NaN, factory);
    }

    public boolean hasThreshold() {
        return !Double.isNaN(defaultThreshold);
    }

    /** A detector that has seen nothing. */
    public StreamDetector fresh(int channels) {
        return factory.apply(channels);
    }

    /** What a fresh detector says of each row of a series. */
    public double[] scores(LabelledSeries series) {
        StreamDetector detector = fresh(1);
        double[] row = new double[1];
        double[] scores = new double[series.rows()];
        for (int i = 0; i < scores.length; i++) {
            row[0] = series.value(i);
            scores[i] = detector.score(series.epochMillis(i), row);
        }
        return scores;
    }
}
