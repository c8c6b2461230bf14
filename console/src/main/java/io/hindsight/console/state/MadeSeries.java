package io.hindsight.console.state;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.Row;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Rows of a bundle's shape, where there is no recording: waves and noise in its channels' units, a
 * tenth of the values missing in runs of up to a day, a fiftieth of the rows missing.
 */
public final class MadeSeries {
    public static final int SENSORS = 4;
    public static final int SLOTS = 1_000;

    private static final long START_MILLIS = 1_704_067_200_000L;
    private static final long SEED = 1;
    private static final double NOISE = 0.3;
    private static final int MOST_RUN = 24;
    private static final double RUN_BEGINS = 0.1 / (MOST_RUN / 2.0);
    private static final double ROW_MISSING = 0.02;
    private static final int WAVE_SLOTS = 24;

    private final Bundle bundle;

    public MadeSeries(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Tells the rows slot by slot; the same rows each time. */
    public void forEach(Consumer<Row> receiver) {
        int channels = bundle.spec().channelCount();
        long step = bundle.spec().paceMillis();
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] holes = new int[SENSORS][channels];
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                double[] values = values(slot, holes[sensor], random);
                if (random.nextDouble() >= ROW_MISSING) {
                    receiver.accept(new Row("made-" + sensor, START_MILLIS + slot * step, values));
                }
            }
        }
    }

    /**
     * @param holes slots that each channel will still be missing [N], counted down
     */
    private double[] values(int slot, int[] holes, SplittableRandom random) {
        double[] values = new double[holes.length];
        for (int d = 0; d < values.length; d++) {
            if (holes[d] == 0 && random.nextDouble() < RUN_BEGINS) {
                holes[d] = 1 + random.nextInt(MOST_RUN);
            }
            double wave = Math.sin(2 * Math.PI * slot / WAVE_SLOTS + d);
            double z = wave + NOISE * random.nextGaussian();
            values[d] = holes[d] > 0 ? Double.NaN : bundle.normaliser().fromZ(d, z);
            holes[d] = Math.max(0, holes[d] - 1);
        }
        return values;
    }
}
