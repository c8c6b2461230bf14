package io.hindsight.trainer.clean;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds spikes: readings far from what an anchor expected, after which the channel goes on as if
 * they had not been. Far is {@value #FAR} robust deviations of the channel, or what hardly any
 * reading reaches if its tail goes on as it begins. The anchor is not told of such a reading; if
 * the next one is within {@value #NEAR} deviations of what it then expects, or has come back by
 * three quarters, it was a spike. More than {@value #LONGEST} readings in a row, or a new level,
 * are a change.
 *
 * <p>Distances are in units of what the anchor itself expected to be off, so that the first reading
 * after a long hole is not judged like the one after a reading.
 */
final class Spikes {
    static final double FAR = 6;
    private static final double NEAR = 3;
    private static final double BACK = 0.25;
    static final int LONGEST = 2;
    private static final double MEDIAN_OF_NORMAL = 0.6745;
    private static final double COMMON = 0.2;
    private static final double RARE = 0.05;
    private static final double NEVER = 1e-5;

    private final int channels;
    private final AnchorNumbers anchor;
    private final double[] far;
    private final double[] near;

    /**
     * @param ignored channels in which nothing is a spike
     * @param anchor fitted to the training parts
     * @param training the parts that say how far off the anchor commonly is
     */
    Spikes(int channels, BitSet ignored, AnchorNumbers anchor, List<ZSeries> training) {
        this.channels = channels;
        this.anchor = anchor;
        List<float[][]> distances = training.stream().parallel().map(this::distances).toList();
        this.far = new double[channels];
        this.near = new double[channels];
        for (int d = 0; d < channels; d++) {
            float[] sorted = sorted(distances, d);
            boolean watched = sorted.length > 0 && !ignored.get(d);
            double deviation = watched ? quantile(sorted, 0.5) / MEDIAN_OF_NORMAL : 0;
            near[d] = NEAR * deviation;
            far[d] =
                    watched
                            ? Math.max(FAR * deviation, endOfTail(sorted))
                            : Double.POSITIVE_INFINITY;
        }
    }

    /** How far each reading was from what was expected [channels][readings]. */
    private float[][] distances(ZSeries part) {
        Filtering filtering = new Filtering(part);
        float[][] distances = new float[channels][part.length()];
        int[] counts = new int[channels];
        for (int t = part.from(); t < part.to(); t++) {
            filtering.predict(t);
            for (int d = 0; d < channels; d++) {
                if (!Float.isNaN(filtering.z[d])) {
                    distances[d][counts[d]++] = (float) Math.abs(filtering.distance(d));
                }
            }
            filtering.observe(t);
        }
        for (int d = 0; d < channels; d++) {
            distances[d] = Arrays.copyOf(distances[d], counts[d]);
        }
        return distances;
    }

    /** Where the tail ends that the commoner distances suggest: many channels are not normal. */
    private static double endOfTail(float[] sorted) {
        double common = quantile(sorted, 1 - COMMON);
        double rare = quantile(sorted, 1 - RARE);
        return common + (rare - common) * Math.log(COMMON / NEVER) / Math.log(COMMON / RARE);
    }

    private static double quantile(float[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static float[] sorted(List<float[][]> distances, int channel) {
        int count = distances.stream().mapToInt(of -> of[channel].length).sum();
        float[] all = new float[count];
        int at = 0;
        for (float[][] of : distances) {
            System.arraycopy(of[channel], 0, all, at, of[channel].length);
            at += of[channel].length;
        }
        Arrays.sort(all);
        return all;
    }

    /** The spikes of a series: cells, numbered slot * channels + channel. */
    BitSet find(ZSeries part) {
        Filtering filtering = new Filtering(part);
        BitSet found = new BitSet();
        Excursion[] excursions = new Excursion[channels];
        Arrays.setAll(excursions, d -> new Excursion());
        for (int t = 0; t < part.to(); t++) {
            filtering.predict(t);
            for (int d = 0; d < channels; d++) {
                if (Float.isNaN(filtering.z[d])) {
                    continue;
                }
                double distance = Math.abs(filtering.distance(d));
                Excursion excursion = excursions[d];
                if (distance > far[d] && excursion.length < LONGEST) {
                    excursion.add(t, distance);
                    filtering.z[d] = Float.NaN;
                    continue;
                }
                if (distance <= Math.max(near[d], BACK * excursion.height)) {
                    for (int k = 0; k < excursion.length; k++) {
                        found.set(excursion.slots[k] * channels + d);
                    }
                }
                excursion.length = 0;
            }
            filtering.observe(t);
        }
        return found;
    }

    /** Readings far off that the anchor was not told of. */
    private static final class Excursion {
        final int[] slots = new int[LONGEST];
        int length;
        double height;

        void add(int slot, double distance) {
            height = length == 0 ? distance : Math.min(height, distance);
            slots[length++] = slot;
        }
    }

    /** The anchor on its way through a series. */
    private final class Filtering {
        private final ZSeries part;
        private final LinearFilter filter = anchor.newFilter();
        private final AnchorMemory memory = filter.newMemory();
        private final AnchorView view = new AnchorView(channels);
        final float[] z = new float[channels];

        Filtering(ZSeries part) {
            this.part = part;
        }

        void predict(int slot) {
            filter.predict(memory, part.timeMillis(slot), view);
            for (int d = 0; d < channels; d++) {
                z[d] = part.z(slot, d);
            }
        }

        double distance(int channel) {
            return (z[channel] - view.priorMean[channel]) / view.priorScale[channel];
        }

        void observe(int slot) {
            filter.observe(memory, part.timeMillis(slot), z, view);
        }
    }
}
