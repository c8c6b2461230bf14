package io.hindsight.model.score.outside;

/** Factors that halve something in a number of beats, looked up since each reading asks. */
final class Decay {
    private static final double[] BY_HALF_LIFE_2000 = table(Codebook.HALF_LIFE_BEATS);
    private static final double[] BY_HALF_LIFE_10000 = table(Span.HALF_LIFE_BEATS);

    private Decay() {}

    /** What is kept in a reading of something that halves in so many beats. */
    static double perReading(int halfLifeBeats, int readingsPerBeat) {
        return (halfLifeBeats == Codebook.HALF_LIFE_BEATS ? BY_HALF_LIFE_2000 : BY_HALF_LIFE_10000)
                [readingsPerBeat];
    }

    private static double[] table(int halfLifeBeats) {
        double[] kept = new double[Rhythm.MOST_READINGS + 1];
        for (int u = 1; u < kept.length; u++) {
            kept[u] = StrictMath.pow(2, -1.0 / halfLifeBeats / u);
        }
        return kept;
    }
}
