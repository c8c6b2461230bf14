package io.hindsight.benchmarks.detect;

import java.util.List;

/**
 * What an alarm at a row is worth by NAB's sigmoid, before a profile weighs it.
 *
 * <p>σ(y) = 2 / (1 + e^(5y)) − 1, and −1 for y > 3. In a window of w rows an alarm at its k-th row,
 * counted from 0, is worth σ((k − w) / w) / σ(−1): 1 at its begin, near 0 at its end. After a
 * window that had w rows, d rows past its last one, it is σ(d / (w − 1)), which soon is −1; before
 * the first window it is −1.
 */
final class NabWorths {
    private static final double STEEPNESS = 5;
    private static final double FAR = 3;

    private NabWorths() {}

    /** Of each row of a series; positive in windows, negative outside. */
    static double[] of(int rows, List<RowWindow> windows) {
        double[] worths = new double[rows];
        RowWindow before = null;
        int next = 0;
        for (int i = 0; i < rows; i++) {
            if (next < windows.size() && i >= windows.get(next).end()) {
                before = windows.get(next++);
            }
            if (next < windows.size() && windows.get(next).contains(i)) {
                worths[i] = inside(i, windows.get(next));
            } else {
                worths[i] = before == null ? -1 : after(i, before);
            }
        }
        return worths;
    }

    private static double inside(int row, RowWindow window) {
        double rows = window.rows();
        return sigmoid((row - window.begin() - rows) / rows) / sigmoid(-1);
    }

    /** A window of one row is far from everything behind it. */
    private static double after(int row, RowWindow window) {
        return sigmoid((row - window.end() + 1) / (window.rows() - 1.0));
    }

    private static double sigmoid(double y) {
        return y > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * y)) - 1;
    }
}
