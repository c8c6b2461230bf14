package io.hindsight.trainer.detect.page;

import io.hindsight.model.episode.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Made-up contents of pages, of one seed. */
final class Pages {
    static final String EVIL = "<script>alert(1)</script>\"><img src=x>";
    static final long BEGIN = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();
    private static final long SEED = 7;

    private Pages() {}

    /** Days of a noisy wave, with spikes and shifts in it. */
    static DetectionContents wave(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        Series made = new Series(rows, 60_000);
        double[] values = made.channel("throughput", true);
        double noise = 0;
        for (int row = 0; row < rows; row++) {
            noise = 0.9 * noise + 0.6 * random.nextGaussian();
            double wave = 40 + 12 * Math.sin(2 * Math.PI * row / 1440);
            made.expect(0, row, wave, 4.2);
            values[row] = wave + noise;
            made.scores[row] = Math.min(6, -Math.log10(random.nextDouble()) / 2);
        }
        int every = Math.max(100, rows / 14);
        for (int k = 0; k * every + every / 2 + 60 < rows; k++) {
            int begin = k * every + every / 2;
            int length = k % 3 == 0 ? 1 : 20 + 7 * k;
            for (int row = begin; row < Math.min(rows, begin + length); row++) {
                values[row] += (k % 2 == 0 ? 22 : -19) + random.nextGaussian();
                made.scores[row] = 4.5 + k % 5 + random.nextDouble();
            }
            made.episode(begin, Math.min(rows - 1, begin + length - 1), k);
            if (k % 4 != 3) {
                made.label(Math.max(0, begin - 15), Math.min(rows - 1, begin + length + 15));
            }
        }
        for (int row = rows / 3; row < rows / 3 + Math.min(200, rows / 20); row++) {
            values[row] = Double.NaN;
            made.scores[row] = Double.NaN;
            made.statuses[row] = RowStatus.MISSING;
        }
        made.warm(Math.min(1440, rows / 10));
        return new DetectionContents(
                "pumps.csv.gz",
                List.of(
                        "14 episodes in one series, 13 of them raised an alarm; the worst is"
                                + " episode 10.",
                        "One hundred and twenty alarms were held back since the same thing had"
                                + " alarmed shortly before."),
                List.of(made.series("pump 4")));
    }

    /** What deflates worst: everything is random but the times. */
    static DetectionContents noise(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        Series made = new Series(rows, 1000);
        double[] values = made.channel("noise", true);
        for (int row = 0; row < rows; row++) {
            values[row] = random.nextGaussian();
            made.expect(0, row, random.nextGaussian(), 3 * random.nextDouble());
            made.scores[row] = -Math.log10(random.nextDouble());
        }
        return new DetectionContents("noise", List.of(), List.of(made.series("noise")));
    }

    /** A server with many channels, of which a few go wrong together. */
    static DetectionContents server(int channels, int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        Series made = new Series(rows, 300_000);
        for (int channel = 0; channel < channels; channel++) {
            double[] values = made.channel("m" + channel, true);
            double level = 0;
            for (int row = 0; row < rows; row++) {
                level = 0.97 * level + 0.03 * random.nextGaussian();
                double base = 0.4 + 0.1 * Math.sin(2 * Math.PI * (row + 20.0 * channel) / 288);
                made.expect(channel, row, base + level, 0.06);
                values[row] =
                        channel % 7 == 5
                                ? 0.3
                                : Math.round(100 * (base + level + 0.02 * random.nextGaussian()))
                                        / 100d;
            }
            for (int row = 900; channel % 5 == 1 && row < Math.min(960, rows); row++) {
                values[row] = Double.NaN;
            }
        }
        Arrays.setAll(made.scores, row -> -Math.log10(random.nextDouble()) / 2);
        for (int k = 0; k < 8 && 500 * k + 400 < rows; k++) {
            int begin = 500 * k + 300;
            for (int row = begin; row < begin + 10 + 6 * k; row++) {
                for (int channel = k; channel < channels; channel += 6) {
                    made.channels.get(channel).values()[row] += k % 2 == 0 ? 0.4 : -0.3;
                }
                made.scores[row] = 5 + 3 * random.nextDouble() + k % 3;
            }
            made.episode(begin, begin + 9 + 6 * k, k);
            made.label(begin - 4, begin + 14 + 6 * k);
        }
        made.warm(200);
        return new DetectionContents(
                "omi-1", List.of("A server with many channels."), List.of(made.series("omi-1")));
    }

    /** Names that try to be more than names, values that are none, one row. */
    static DetectionContents odd() {
        Series made = new Series(3, 1000);
        double[] values = made.channel(EVIL, false);
        values[0] = Double.NaN;
        values[1] = Double.POSITIVE_INFINITY;
        Arrays.fill(made.scores, Double.NaN);
        made.sentence = EVIL + " & more";
        made.episode(1, 1, 0);
        Series one = new Series(1, 1);
        one.channel("a", true);
        Series none = new Series(5, 1000);
        Arrays.fill(none.channel("empty", true), Double.NaN);
        return new DetectionContents(
                EVIL,
                List.of(EVIL),
                List.of(made.series(EVIL), one.series("one"), none.series("none")));
    }

    /** A series that is being made. */
    private static final class Series {
        final List<DetectedChannel> channels = new ArrayList<>();
        final double[] scores;
        final RowStatus[] statuses;
        String sentence = "Far from what was expected, for longer than it ever was.";
        private final long[] times;
        private final List<double[]> expected = new ArrayList<>();
        private final List<double[]> low = new ArrayList<>();
        private final List<double[]> high = new ArrayList<>();
        private final List<DetectedEpisode> episodes = new ArrayList<>();
        private final List<LabelWindow> labels = new ArrayList<>();
        private OptionalLong warming = OptionalLong.empty();

        Series(int rows, long interval) {
            times = new long[rows];
            Arrays.setAll(times, row -> BEGIN + row * interval);
            scores = new double[rows];
            statuses = new RowStatus[rows];
            Arrays.fill(statuses, RowStatus.SCORED);
        }

        double[] channel(String name, boolean band) {
            double[] values = new double[times.length];
            expected.add(new double[times.length]);
            low.add(new double[times.length]);
            high.add(new double[times.length]);
            int last = expected.size() - 1;
            channels.add(
                    new DetectedChannel(
                            name,
                            values,
                            band
                                    ? Optional.of(
                                            new ExpectedBand(
                                                    expected.get(last),
                                                    low.get(last),
                                                    high.get(last)))
                                    : Optional.empty()));
            return values;
        }

        void expect(int channel, int row, double value, double reach) {
            expected.get(channel)[row] = value;
            low.get(channel)[row] = value - reach;
            high.get(channel)[row] = value + reach;
        }

        void episode(int begin, int end, int k) {
            int count = channels.size();
            List<ChannelShare> shares = new ArrayList<>();
            for (int channel = k % count; channel < count; channel += 6) {
                double share = channel == k % count ? 0.7 : 0.3 / count;
                shares.add(
                        new ChannelShare(
                                channel, share, k % 2 == 0 ? Direction.ABOVE : Direction.BELOW));
            }
            episodes.add(
                    new DetectedEpisode(
                            "pump-4/" + times[begin],
                            times[begin],
                            times[end],
                            times[(begin + end) / 2],
                            4 + k % 5,
                            sentence,
                            shares,
                            k % 7 == 4,
                            k % 6 == 5));
        }

        void label(int begin, int end) {
            labels.add(new LabelWindow(times[begin], times[end]));
        }

        void warm(int rows) {
            for (int row = 0; row < rows; row++) {
                scores[row] = Double.NaN;
                statuses[row] = RowStatus.WARMING;
                for (int channel = 0; channel < channels.size(); channel++) {
                    expect(channel, row, Double.NaN, 0);
                }
            }
            warming = OptionalLong.of(times[rows]);
        }

        DetectedSeries series(String name) {
            return new DetectedSeries(
                    name,
                    new ScoredRows(times, scores, statuses),
                    channels,
                    episodes,
                    labels,
                    new AlarmFigures(times.length, 0.31, warming));
        }
    }
}
