package io.hindsight.trainer.detect;

import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.score.Allowance;
import io.hindsight.model.score.Detector;
import io.hindsight.model.score.Judgement;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sensor's rows in the order of their times, what its detector said of each, and the episodes.
 * Arrays by row and channel are flat, a row after the other; those that are handed out are not
 * copies.
 */
public final class SensorDetection {
    private final String sensor;
    private final List<String> channels;
    private final long[] times;
    private final int[] placeOf;
    private final double[] values;
    private final double[] expected;
    private final double[] band;
    private final float[] share;
    private final double[] score;
    private final int[] warming;
    private final RowState[] states;
    private final BitSet alarms = new BitSet();
    private final int outOfOrder;
    private final long intervalMillis;
    private final Map<Long, EpisodeChange> episodeAt = new HashMap<>();
    private List<EpisodeChange> episodes;

    /** Sees each row that is judged, for what is not kept here. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param row in the order of the times
         * @param said overwritten by the next
         */
        void judged(int row, Judgement said);
    }

    private SensorDetection(SensorRows rows, List<String> channels) {
        sensor = rows.sensor();
        this.channels = List.copyOf(channels);
        int count = rows.count();
        times = new long[count];
        placeOf = new int[count];
        values = new double[count * channels.size()];
        int[] order = rows.byTime();
        for (int place = 0; place < count; place++) {
            times[place] = rows.timeMillis(order[place]);
            placeOf[order[place]] = place;
            rows.copyValues(order[place], values, place * channels.size());
        }
        expected = new double[values.length];
        band = new double[values.length];
        share = new float[values.length];
        score = new double[count];
        warming = new int[count];
        states = new RowState[count];
        outOfOrder = rows.outOfOrder();
        intervalMillis = median(times);
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(band, Double.NaN);
        Arrays.fill(score, Double.NaN);
    }

    /**
     * Leads all rows through a detector.
     *
     * @param channels their names
     */
    public static SensorDetection of(
            SensorRows rows, List<String> channels, double alarmsPerMonth, Listener listener) {
        if (channels.size() != rows.channels()) {
            throw new IllegalArgumentException(
                    "channels must be as many as values of a row, %d: %s"
                            .formatted(rows.channels(), channels));
        }
        SensorDetection detection = new SensorDetection(rows, channels);
        detection.judge(alarmsPerMonth, listener);
        return detection;
    }

    private static long median(long[] times) {
        long[] steps = new long[Math.max(1, times.length - 1)];
        for (int row = 1; row < times.length; row++) {
            steps[row - 1] = times[row] - times[row - 1];
        }
        Arrays.sort(steps);
        return Math.max(1, steps[steps.length / 2]);
    }

    private void judge(double alarmsPerMonth, Listener listener) {
        Detector detector = new Detector(channels.size(), alarmsPerMonth, ShippedNet.newBeside());
        Judgement said = detector.newJudgement();
        SensorEpisodes found = new SensorEpisodes(channels);
        for (int row = 0; row < times.length; row++) {
            if (row > 0 && times[row] == times[row - 1]) {
                states[row] = RowState.DUPLICATE;
            } else {
                double[] here = row(row);
                detector.judge(times[row], here, said);
                keep(row, said);
                if (states[row] == RowState.SCORED) {
                    found.take(times[row], here, said);
                }
                listener.judged(row, said);
            }
        }
        episodes = found.finish();
        episodes.forEach(one -> episodeAt.put(one.episode().startMillis(), one));
    }

    private double[] row(int row) {
        return Arrays.copyOfRange(values, row * channels.size(), (row + 1) * channels.size());
    }

    private void keep(int row, Judgement said) {
        int at = row * channels.size();
        System.arraycopy(said.expected, 0, expected, at, channels.size());
        System.arraycopy(said.band, 0, band, at, channels.size());
        System.arraycopy(said.share, 0, share, at, channels.size());
        score[row] = said.score;
        warming[row] = said.warming;
        alarms.set(row, said.alarm);
        states[row] =
                Double.isNaN(said.score)
                        ? RowState.HOLE
                        : said.warming > 0 ? RowState.WARMING : RowState.SCORED;
    }

    public String sensor() {
        return sensor;
    }

    public List<String> channels() {
        return channels;
    }

    public int rows() {
        return times.length;
    }

    public long timeMillis(int row) {
        return times[row];
    }

    public RowState state(int row) {
        return states[row];
    }

    /** −log10 of the probability of so strange a row; NaN if it has none. */
    public double score(int row) {
        return score[row];
    }

    /** Readings until the sensor has a past to be told from; 0 when it has. */
    public int warming(int row) {
        return warming[row];
    }

    public boolean alarm(int row) {
        return alarms.get(row);
    }

    public double value(int row, int channel) {
        return values[row * channels.size() + channel];
    }

    /** What was expected before the row was seen; NaN if nothing was. */
    public double expected(int row, int channel) {
        return expected[row * channels.size() + channel];
    }

    /** Half the width of what is usual around that; NaN if unknown. */
    public double band(int row, int channel) {
        return band[row * channels.size() + channel];
    }

    public double share(int row, int channel) {
        return share[row * channels.size() + channel];
    }

    /** How each episode ended, in the order of their times. */
    public List<EpisodeChange> episodes() {
        return episodes;
    }

    /** How the episode ended that a row opened, if it opened one. */
    Optional<EpisodeChange> episodeAt(int row) {
        return states[row] == RowState.SCORED
                ? Optional.ofNullable(episodeAt.get(times[row]))
                : Optional.empty();
    }

    /** The median time between two rows. */
    public long intervalMillis() {
        return intervalMillis;
    }

    /** Rows that came after one of a later time. */
    public int outOfOrder() {
        return outOfOrder;
    }

    public int alarms() {
        return alarms.cardinality();
    }

    public long count(RowState state) {
        return Arrays.stream(states).filter(one -> one == state).count();
    }

    /** How many months of 30 days its scored rows are. */
    public double scoredMonths() {
        return count(RowState.SCORED) * (intervalMillis / Allowance.MONTH_MILLIS);
    }

    /** Where the k-th row that came is in the order of the times. */
    int placeOf(int came) {
        return placeOf[came];
    }
}
