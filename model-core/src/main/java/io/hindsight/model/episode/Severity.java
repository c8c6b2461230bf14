package io.hindsight.model.episode;

import java.util.Locale;

/**
 * How improbable a reading is on its sensor: bands of the probability p that the score is of, score
 * = −log10 p. The names are those of the Common Alerting Protocol.
 */
public enum Severity {
    /** More often than one reading in 1,000: a score below 3. */
    MINOR(0),
    /** One reading in 1,000, or rarer: a score of 3 or more. */
    MODERATE(3),
    /** One reading in 10,000, or rarer: a score of 4 or more. */
    SEVERE(4),
    /** One reading in 100,000, or rarer: a score of 5 or more. */
    EXTREME(5);

    private final float leastScore;

    Severity(float leastScore) {
        this.leastScore = leastScore;
    }

    /** The band of a score. */
    public static Severity of(float score) {
        Severity found = MINOR;
        for (Severity band : values()) {
            found = score >= band.leastScore ? band : found;
        }
        return found;
    }

    /** For people and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
