package io.hindsight.trainer.detect;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up recordings of an hourly wave, judged. */
final class Judged {
    static final long BEGIN = 1_704_067_200_000L;
    static final long HOUR = 3_600_000;
    static final int SPIKE = 1_500;
    static final double HIGH = 90;

    private Judged() {}

    /** A day's wave of each channel, and the second channel far up at one row. */
    static SensorRows waves(int rows, int channels) {
        SplittableRandom random = new SplittableRandom(5);
        SensorRows made = new SensorRows("pump", channels);
        for (int row = 0; row < rows; row++) {
            double[] values = new double[channels];
            for (int j = 0; j < channels; j++) {
                double wave = Math.sin(2 * Math.PI * row / 24 + j);
                values[j] = 20 + 5 * wave + 0.5 * random.nextGaussian();
            }
            if (row == SPIKE) {
                values[channels - 1] = HIGH;
            }
            made.add(BEGIN + row * HOUR, values);
        }
        return made;
    }

    static SensorDetection of(SensorRows rows) {
        List<String> names = List.of("flow", "heat", "level").subList(0, rows.channels());
        return SensorDetection.of(rows, names, 1, (row, said) -> {});
    }
}
