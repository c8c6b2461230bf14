package io.hindsight.trainer.data;

import io.hindsight.model.normalise.Normaliser;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Mean and standard deviation of each channel over the training part of all sensors, in doubles by
 * Welford's recurrence. A channel that never changes gets scale 1 and a note; one without any value
 * is an error.
 */
public final class Statistics {
    private final Normaliser normaliser;
    private final List<String> notes;

    private Statistics(Normaliser normaliser, List<String> notes) {
        this.normaliser = normaliser;
        this.notes = List.copyOf(notes);
    }

    /**
     * @throws DataException if a channel has no value before the training part ends
     */
    public static Statistics ofTraining(DataSet data, Split split) {
        return ofTraining(data, split, data.series().stream().map(one -> new BitSet()).toList());
    }

    /**
     * Of what is left without some cells.
     *
     * @param without for each series the cells that do not count, numbered slot * channels +
     *     channel
     * @throws DataException if a channel has no other value before the training part ends
     */
    public static Statistics ofTraining(DataSet data, Split split, List<BitSet> without) {
        int channels = data.channels().size();
        double[] mean = new double[channels];
        double[] scale = new double[channels];
        List<String> notes = new ArrayList<>();
        for (int d = 0; d < channels; d++) {
            String channel = data.channels().get(d);
            long count = 0;
            double squares = 0;
            for (int k = 0; k < data.series().size(); k++) {
                SensorSeries series = data.series().get(k);
                BitSet left = without.get(k);
                int end = split.trainEnd(series);
                for (int t = 0; t < end; t++) {
                    double x = series.value(t, d);
                    if (!Double.isNaN(x) && !left.get(t * channels + d)) {
                        count++;
                        double change = x - mean[d];
                        mean[d] += change / count;
                        squares += change * (x - mean[d]);
                    }
                }
            }
            if (count == 0) {
                throw new DataException(
                        ("channel %s has no value in the training part: leave it out by naming"
                                        + " the others, or train until a later time")
                                .formatted(channel));
            }
            scale[d] = Math.sqrt(squares / count);
            if (!(scale[d] > 1e-12 * Math.max(1e-12, Math.abs(mean[d])))) {
                scale[d] = 1;
                notes.add(
                        "channel %s never changes in the training part (%s): its scale is 1"
                                .formatted(channel, mean[d]));
            }
        }
        return new Statistics(new Normaliser(mean, scale), notes);
    }

    public Normaliser normaliser() {
        return normaliser;
    }

    /** The largest share of a channel's scale that is not in other statistics. */
    public double mostBeyond(Statistics other) {
        double most = 0;
        for (int d = 0; d < normaliser.channelCount(); d++) {
            double share = other.normaliser.widthFromZ(d, 1) / normaliser.widthFromZ(d, 1);
            most = Math.max(most, 1 - share);
        }
        return most;
    }

    /** Sentences for the person who trains. */
    public List<String> notes() {
        return notes;
    }
}
