package io.hindsight.benchmarks.detect;

/** A series and what a detector said of each of its rows. */
public final class ScoredSeries {
    private final LabelledSeries series;
    private final double[] scores;

    /**
     * @param scores one a row; not copied
     */
    public ScoredSeries(LabelledSeries series, double[] scores) {
        if (scores.length != series.rows()) {
            throw new IllegalArgumentException(
                    "%s: there must be a score for each of %d rows: %d"
                            .formatted(series.name(), series.rows(), scores.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException(
                        "%s: a score must be a number: row %d".formatted(series.name(), i));
            }
        }
        this.series = series;
        this.scores = scores;
    }

    public LabelledSeries series() {
        return series;
    }

    public double score(int row) {
        return scores[row];
    }
}
