package io.hindsight.model.score.joint;

import java.util.Arrays;

/**
 * The sum of the {@value #COUNT} strongest channels. The sum over all drowns an event of two
 * channels in the noise of the others, and the one strongest forgets that others agree.
 *
 * <p>Keeps one more than it sums, to say what the sum would be without a channel. Serves one
 * thread.
 */
final class Strongest {
    static final int COUNT = 6;

    private final double[] values = new double[COUNT + 1];

    void clear() {
        Arrays.fill(values, 0);
    }

    /** Takes one channel's strength, 0 or more. */
    void add(double strength) {
        int i = COUNT;
        if (strength <= values[i]) {
            return;
        }
        while (i > 0 && values[i - 1] < strength) {
            values[i] = values[i - 1];
            i--;
        }
        values[i] = strength;
    }

    /** From the strongest down, so that the order of the channels does not show. */
    double sum() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The sum, had a channel of this strength had none. */
    double sumWithout(double strength) {
        if (strength < values[COUNT - 1]) {
            return sum();
        }
        double sum = 0;
        boolean left = false;
        for (int i = 0; i <= COUNT; i++) {
            if (!left && values[i] == strength) {
                left = true;
            } else if (left || i < COUNT) {
                sum += values[i];
            }
        }
        return sum;
    }
}
