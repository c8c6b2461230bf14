package io.hindsight.benchmarks.detect.asd;

/** Scored series for tests, written as they look. */
final class Rows {
    private Rows() {}

    /**
     * @param labels one character a row: {@code #} for an anomalous one
     */
    static Scored of(String labels, double... score) {
        boolean[] anomalous = new boolean[labels.length()];
        for (int row = 0; row < anomalous.length; row++) {
            anomalous[row] = labels.charAt(row) == '#';
        }
        return new Scored(score, anomalous);
    }
}
