package io.hindsight.model.episode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What an open episode remembers of each channel: 48 bytes. Plain state, in the own units. */
final class ChannelTraces {
    /** A channel with less of what is strange is none that an episode is about. */
    static final double LEAST_SHARE = 0.1;

    private final int channels;

    /** What was expected when the episode opened. */
    private final float[] expectedAtStart;

    /** What was strange, in scores; and the same, negative where below what was expected. */
    private final double[] weight;

    private final double[] lean;

    /** How far it lay from what was expected at the start: the sum, and of how many readings. */
    private final double[] away;

    private final int[] seen;

    /** At the peak. */
    private final double[] observed;

    private final float[] expected;
    private final float[] spread;

    ChannelTraces(int channels) {
        this.channels = channels;
        expectedAtStart = new float[channels];
        weight = new double[channels];
        lean = new double[channels];
        away = new double[channels];
        seen = new int[channels];
        observed = new double[channels];
        expected = new float[channels];
        spread = new float[channels];
        Arrays.fill(expectedAtStart, Float.NaN);
        Arrays.fill(observed, Double.NaN);
        Arrays.fill(expected, Float.NaN);
        Arrays.fill(spread, Float.NaN);
    }

    /** Of an episode that a moment opens. */
    static ChannelTraces of(Moment moment) {
        ChannelTraces traces = new ChannelTraces(moment.channels());
        System.arraycopy(moment.expected(), 0, traces.expectedAtStart, 0, traces.channels);
        traces.add(moment);
        traces.setPeak(moment);
        return traces;
    }

    /** Of an episode of which no more is known than its peak. */
    static ChannelTraces of(Peak peak, float expectedAtStart) {
        int channel = peak.channel();
        ChannelTraces traces = new ChannelTraces(channel + 1);
        traces.expectedAtStart[channel] = expectedAtStart;
        traces.weight[channel] = peak.score();
        traces.lean[channel] = peak.isHigh() ? peak.score() : -peak.score();
        traces.away[channel] = peak.observed() - expectedAtStart;
        traces.seen[channel] = 1;
        traces.observed[channel] = peak.observed();
        traces.expected[channel] = peak.expected();
        traces.spread[channel] = peak.spread();
        return traces;
    }

    int channels() {
        return channels;
    }

    void add(Moment moment) {
        for (int j = 0; j < channels; j++) {
            double value = moment.observed()[j];
            if (Double.isNaN(value)) {
                continue;
            }
            if (!moment.ignored()[j] && moment.share()[j] > 0) {
                double strange = moment.share()[j] * (double) moment.score();
                weight[j] += strange;
                lean[j] += value < moment.expected()[j] ? -strange : strange;
            }
            if (!Float.isNaN(expectedAtStart[j])) {
                away[j] += value - expectedAtStart[j];
                seen[j]++;
            }
        }
    }

    void setPeak(Moment moment) {
        System.arraycopy(moment.observed(), 0, observed, 0, channels);
        System.arraycopy(moment.expected(), 0, expected, 0, channels);
        System.arraycopy(moment.spread(), 0, spread, 0, channels);
    }

    /** How far a value lies from what was expected of its channel at the start. */
    double fromStart(int channel, double value) {
        return value - expectedAtStart[channel];
    }

    /** The mean of that over the readings; NaN if there was none. */
    double lasting(int channel) {
        return seen[channel] == 0 ? Double.NaN : away[channel] / seen[channel];
    }

    /** A channel's part of what is strange so far. */
    double share(int channel) {
        double sum = Arrays.stream(weight).sum();
        return sum > 0 ? weight[channel] / sum : 0;
    }

    /**
     * The channels with a share that counts, those with the largest first.
     *
     * @param peak the channel that is one of them in any case
     */
    List<EpisodeChannel> affected(int peak) {
        double all = Arrays.stream(weight).sum();
        int[] affected =
                IntStream.range(0, channels)
                        .filter(j -> j == peak || isAffected(weight[j], all))
                        .toArray();
        double sum = Arrays.stream(affected).mapToDouble(j -> weight[j]).sum();
        return Arrays.stream(affected)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -weight[j]))
                .map(j -> affected(j, sum > 0 ? weight[j] / sum : 1))
                .toList();
    }

    private static boolean isAffected(double weight, double all) {
        return weight > 0 && weight >= LEAST_SHARE * all;
    }

    private EpisodeChannel affected(int j, double share) {
        return new EpisodeChannel(
                j,
                (float) share,
                Direction.of(weight[j] > 0 ? lean[j] / weight[j] : 0),
                observed[j],
                expected[j],
                2 * spread[j]);
    }

    /** The same, under a model of another number of channels, the first of which are the same. */
    ChannelTraces resized(int other) {
        ChannelTraces resized = new ChannelTraces(other);
        int both = Math.min(channels, other);
        System.arraycopy(expectedAtStart, 0, resized.expectedAtStart, 0, both);
        System.arraycopy(weight, 0, resized.weight, 0, both);
        System.arraycopy(lean, 0, resized.lean, 0, both);
        System.arraycopy(away, 0, resized.away, 0, both);
        System.arraycopy(seen, 0, resized.seen, 0, both);
        System.arraycopy(observed, 0, resized.observed, 0, both);
        System.arraycopy(expected, 0, resized.expected, 0, both);
        System.arraycopy(spread, 0, resized.spread, 0, both);
        return resized;
    }

    ChannelTraces copy() {
        return resized(channels);
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(channels);
        for (int j = 0; j < channels; j++) {
            out.writeFloat(expectedAtStart[j]);
            out.writeDouble(weight[j]);
            out.writeDouble(lean[j]);
            out.writeDouble(away[j]);
            out.writeInt(seen[j]);
            out.writeDouble(observed[j]);
            out.writeFloat(expected[j]);
            out.writeFloat(spread[j]);
        }
    }

    static ChannelTraces read(DataInput in) throws IOException {
        ChannelTraces traces = new ChannelTraces(in.readUnsignedShort());
        for (int j = 0; j < traces.channels; j++) {
            traces.expectedAtStart[j] = in.readFloat();
            traces.weight[j] = in.readDouble();
            traces.lean[j] = in.readDouble();
            traces.away[j] = in.readDouble();
            traces.seen[j] = in.readInt();
            traces.observed[j] = in.readDouble();
            traces.expected[j] = in.readFloat();
            traces.spread[j] = in.readFloat();
        }
        return traces;
    }
}
