package io.hindsight.benchmarks;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.judge.HiddenCells;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What one sensor's recording might have been instead, from a seed: the same split fits them. */
final class RegimeData {
    private static final int SHORTEST_GAP = 6;
    private static final int LONGEST_GAP = 29;
    private static final int SHORTEST_STUCK = 8;
    private static final int LONGEST_STUCK = 47;
    private static final double LEAST_SPIKE = 4;
    private static final double MOST_SPIKE = 8;

    private final DataSet full;
    private final SensorSeries series;
    private final Normaliser normaliser;
    private final int channels;
    private final int trainEnd;
    private final long seed;

    /**
     * @param full of one sensor
     */
    RegimeData(DataSet full, Split split, long seed) {
        if (full.series().size() != 1) {
            throw new IllegalArgumentException(
                    "the recording must be of one sensor: " + full.series().size());
        }
        this.full = full;
        this.series = full.series().get(0);
        this.normaliser = Statistics.ofTraining(full, split).normaliser();
        this.channels = full.channels().size();
        this.trainEnd = split.trainEnd(series);
        this.seed = seed;
        if (trainEnd <= LONGEST_STUCK) {
            throw new IllegalArgumentException(
                    "the training part must have over " + LONGEST_STUCK + " slots: " + trainEnd);
        }
    }

    DataSet full() {
        return full;
    }

    /**
     * With holes in all of it, since a stream that is recorded with holes comes with holes: first
     * half the share in gaps of {@value #SHORTEST_GAP} to {@value #LONGEST_GAP} slots of a channel,
     * then the rest in single cells.
     *
     * @param share of all cells that are holes, below 1
     */
    DataSet withHoles(double share) {
        double[][] values = values();
        SplittableRandom random = new SplittableRandom(seed);
        long half = Math.round(share * values.length * channels / 2);
        for (long left = 2 * half; left > 0; ) {
            int d = random.nextInt(channels);
            int from = random.nextInt(values.length);
            int length = left > half ? between(random, SHORTEST_GAP, LONGEST_GAP) : 1;
            for (int t = from; t < Math.min(values.length, from + length); t++) {
                left -= Double.isNaN(values[t][d]) ? 0 : 1;
                values[t][d] = Double.NaN;
            }
        }
        return of(values, 0);
    }

    /**
     * With faults in the training part: half of them spikes of {@value #LEAST_SPIKE} to {@value
     * #MOST_SPIKE} standard deviations, half in stretches that repeat the value before them,
     * {@value #SHORTEST_STUCK} to {@value #LONGEST_STUCK} slots long with that one.
     *
     * @param share of the training part's cells that are faults
     */
    DataSet withFaults(double share) {
        double[][] values = values();
        SplittableRandom random = new SplittableRandom(seed);
        long each = Math.round(share * trainEnd * channels / 2);
        for (long k = 0; k < each; k++) {
            int d = random.nextInt(channels);
            double size = LEAST_SPIKE + (MOST_SPIKE - LEAST_SPIKE) * random.nextDouble();
            double off = random.nextBoolean() ? size : -size;
            values[random.nextInt(trainEnd)][d] += off * normaliser.widthFromZ(d, 1);
        }
        for (long left = each; left > 0; ) {
            int d = random.nextInt(channels);
            int from = random.nextInt(trainEnd - LONGEST_STUCK);
            int length = between(random, SHORTEST_STUCK, LONGEST_STUCK);
            for (int t = from + 1; t < from + length; t++, left--) {
                values[t][d] = values[from][d];
            }
        }
        return of(values, 0);
    }

    /** With the last of the training part alone, and what comes after it. */
    DataSet withLast(double share) {
        return of(values(), (int) Math.round(trainEnd * (1 - share)));
    }

    /** A variant with the cells that are to be judged, which the judge hides. */
    DataSet withTruth(DataSet variant, HiddenCells mask) {
        double[][] values = values();
        for (int t = 0; t < values.length; t++) {
            for (int d = 0; d < channels; d++) {
                if (!mask.isHidden(0, t, d)) {
                    values[t][d] = variant.series().get(0).value(t, d);
                }
            }
        }
        return of(values, 0);
    }

    private static int between(SplittableRandom random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private double[][] values() {
        double[][] values = new double[series.length()][channels];
        for (int t = 0; t < values.length; t++) {
            for (int d = 0; d < channels; d++) {
                values[t][d] = series.value(t, d);
            }
        }
        return values;
    }

    private DataSet of(double[][] values, int from) {
        return new DataSet(
                full.channels(),
                full.given(),
                full.intervalMillis(),
                List.of(
                        SensorSeries.of(
                                series.sensor(),
                                series.timeMillis(from),
                                full.intervalMillis(),
                                Arrays.copyOfRange(values, from, values.length))));
    }
}
