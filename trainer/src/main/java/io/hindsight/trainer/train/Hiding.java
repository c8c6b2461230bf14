package io.hindsight.trainer.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses the cells of a window that are hidden from the net, as losses happen on real sensors:
 * each window has one kind of loss.
 */
public final class Hiding {
    private static final double[] CELL_RATES = {0.1, 0.3, 0.5};
    private static final int KINDS = 4;

    private final int steps;
    private final int channels;

    public Hiding(int steps, int channels) {
        this.steps = steps;
        this.channels = channels;
    }

    /** Overwrites {@code hidden}, [steps * channels], row by row. */
    public void draw(SplittableRandom random, boolean[] hidden) {
        Arrays.fill(hidden, false);
        switch (random.nextInt(KINDS)) {
            case 0 -> cells(random, hidden);
            case 1 -> stretches(random, hidden, 6, 24, 1, 1, share(random, 0.1, 0.45));
            case 2 -> stretches(random, hidden, 4, 12, 2, channels, share(random, 0.1, 0.45));
            default ->
                    stretches(random, hidden, 6, 24, channels, channels, share(random, 0.08, 0.3));
        }
    }

    private static double share(SplittableRandom random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private static void cells(SplittableRandom random, boolean[] hidden) {
        double rate = CELL_RATES[random.nextInt(CELL_RATES.length)];
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = random.nextDouble() < rate;
        }
    }

    /** Hides stretches of slots over some channels until a share of all cells has been covered. */
    private void stretches(
            SplittableRandom random,
            boolean[] hidden,
            int shortest,
            int longest,
            int fewest,
            int most,
            double share) {
        int wanted = (int) (share * hidden.length);
        int[] order = new int[channels];
        Arrays.setAll(order, d -> d);
        for (int covered = 0; covered < wanted; ) {
            int length = shortest + random.nextInt(longest - shortest + 1);
            int width = Math.min(channels, fewest + random.nextInt(Math.max(1, most - fewest + 1)));
            int start = random.nextInt(steps + length - 1) - length + 1;
            for (int k = 0; k < width; k++) {
                int other = k + random.nextInt(channels - k);
                int channel = order[other];
                order[other] = order[k];
                order[k] = channel;
                for (int t = Math.max(0, start); t < Math.min(steps, start + length); t++) {
                    hidden[t * channels + channel] = true;
                }
            }
            covered += length * width;
        }
    }
}
