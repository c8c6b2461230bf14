package io.hindsight.model.score;

import java.util.Arrays;
import java.util.Random;

/**
 * Readings of a sensor for a {@link Watcher}, and what it says of them: a daily wave under noise,
 * with holes where there are many channels. Seeded; the same seed draws the same readings.
 */
final class JudgedStream {
    static final long START = 1_704_067_200_000L;
    static final long FIVE_MINUTES = 300_000;

    private static final int DAY = 288;
    private static final double HOLES = 0.05;

    final Seen seen;
    final Judgement judgement;
    final boolean[] ignored;
    double alarmsPerMonth = 1;
    long intervalMillis = FIVE_MINUTES;
    Watch watch;

    private final int channels;
    private final int held;
    private final Watcher watcher;
    private final Random random;
    private int drawn;

    /**
     * @param held readings that show the same value, one after the other
     */
    JudgedStream(int channels, int held, long seed) {
        this.channels = channels;
        this.held = held;
        watch = new Watch(channels);
        watcher = new Watcher(channels, true);
        seen = new Seen(channels);
        judgement = new Judgement(channels);
        ignored = new boolean[channels];
        random = new Random(seed);
    }

    static JudgedStream of(int channels, long seed) {
        return new JudgedStream(channels, 1, seed);
    }

    /** Draws the next reading without judging it. */
    JudgedStream draw() {
        seen.eventTimeMillis = START + drawn * FIVE_MINUTES;
        for (int j = 0; j < channels && drawn % held == 0; j++) {
            double wave = Math.sin(2 * Math.PI * drawn / DAY + j);
            double residual = random.nextGaussian();
            boolean isHole = channels > 1 && random.nextDouble() < HOLES;
            seen.observed[j] = isHole ? Double.NaN : 3 * wave + residual;
            seen.expected[j] = 3 * wave;
            seen.deviates(j, isHole ? Double.NaN : residual, residual + 0.3 * wave);
        }
        drawn++;
        return this;
    }

    /** Moves a drawn reading's channel out. */
    JudgedStream shift(int channel, double units) {
        seen.observed[channel] = seen.expected[channel] + units;
        seen.deviates(channel, units, units);
        return this;
    }

    JudgedStream hole(int channel) {
        seen.observed[channel] = Double.NaN;
        seen.deviates(channel, Double.NaN, Double.NaN);
        return this;
    }

    /** Judges the drawn reading, if any channel of it is seen. */
    Judgement judge() {
        boolean isSeen = false;
        for (float residual : seen.residual) {
            isSeen |= !Float.isNaN(residual);
        }
        if (isSeen) {
            watcher.judge(watch, seen, alarmsPerMonth, intervalMillis, ignored, judgement);
        }
        return judgement;
    }

    JudgedStream run(int readings) {
        for (int t = 0; t < readings; t++) {
            draw().judge();
        }
        return this;
    }

    /** All that was said of the last reading, to the last bit. */
    String said() {
        return "%s %s %s %s %s %s %d %s %s"
                .formatted(
                        judgement.score,
                        judgement.counted,
                        judgement.strength,
                        judgement.prominence,
                        judgement.threshold,
                        judgement.alarm,
                        judgement.warming,
                        Arrays.toString(judgement.share),
                        Arrays.toString(judgement.without));
    }
}
