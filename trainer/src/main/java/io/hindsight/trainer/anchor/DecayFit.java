package io.hindsight.trainer.anchor;

import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits decaying values to series: of each channel the time τ, the floor and the variance under
 * which its values are likeliest, each given one that came a few values before.
 *
 * <pre>
 *   z | v, e  ~  N(k v, s (ρ + (1 − k²)(1 − ρ))),   k = exp(−e/τ),  floor = ρ s, variance = (1 − ρ) s
 * </pre>
 *
 * <p>τ and ρ are those of a grid, s follows from them: the mean of the squared residuals, each
 * divided by what its variance is in units of s. Values further apart count as much as neighbours,
 * so that a gap is not judged by what is usual between two readings.
 */
public final class DecayFit {
    private static final int[] VALUES_APART = {1, 2, 4, 8};
    private static final int MOST_PAIRS = 5_000;
    private static final int LEAST_PAIRS = 8;
    private static final double LEAST_TAU = 0.125;
    private static final int TAUS = 32;
    private static final double[] FLOOR_SHARES = {
        1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.8
    };
    private static final double LEAST_SUM = 1e-6;
    private static final double LEAST_FLOOR = 1e-6;

    private final int channels;
    private final double paceMillis;
    private final List<ZSeries> series;

    /**
     * @param paceMillis the unit of τ
     * @param series the training parts
     */
    public DecayFit(int channels, long paceMillis, List<ZSeries> series) {
        this.channels = channels;
        this.paceMillis = paceMillis;
        this.series = List.copyOf(series);
    }

    /** The same numbers for the same series. */
    public DecayNumbers fit() {
        DecayNumbers numbers = new DecayNumbers(channels);
        IntStream.range(0, channels).parallel().forEach(d -> fit(d, numbers));
        return numbers;
    }

    /** A value, one before it, and the time between them in paces. */
    private record Pair(double before, double after, double paces) {}

    private void fit(int channel, DecayNumbers numbers) {
        List<Pair> pairs = pairs(channel);
        Fitted best = new Fitted(1, FLOOR_SHARES[0], 1, Double.NEGATIVE_INFINITY);
        if (pairs.size() >= LEAST_PAIRS) {
            for (int k = 0; k < TAUS; k++) {
                best = best.orBetter(likeliest(pairs, LEAST_TAU * StrictMath.pow(2, k / 2.0)));
            }
        }
        numbers.tau[channel] = (float) best.tau();
        numbers.floor[channel] = (float) Math.max(LEAST_FLOOR, best.share() * best.sum());
        numbers.variance[channel] = (float) ((1 - best.share()) * best.sum());
    }

    /**
     * What a channel comes to.
     *
     * @param share ρ
     * @param sum s
     */
    private record Fitted(double tau, double share, double sum, double logLikelihood) {
        Fitted orBetter(Fitted other) {
            return other.logLikelihood() > logLikelihood ? other : this;
        }
    }

    private static Fitted likeliest(List<Pair> pairs, double tau) {
        int n = pairs.size();
        double[] squares = new double[n];
        double[] lost = new double[n];
        for (int i = 0; i < n; i++) {
            Pair pair = pairs.get(i);
            double kept = StrictMath.exp(-pair.paces() / tau);
            double off = pair.after() - kept * pair.before();
            squares[i] = off * off;
            lost[i] = 1 - kept * kept;
        }
        Fitted best = new Fitted(tau, FLOOR_SHARES[0], 1, Double.NEGATIVE_INFINITY);
        for (double share : FLOOR_SHARES) {
            double sum = 0;
            double logs = 0;
            for (int i = 0; i < n; i++) {
                double width = share + (1 - share) * lost[i];
                sum += squares[i] / width;
                logs += StrictMath.log(width);
            }
            double s = Math.max(LEAST_SUM, sum / n);
            double logLikelihood = -0.5 * (n * StrictMath.log(s) + logs);
            best = best.orBetter(new Fitted(tau, share, s, logLikelihood));
        }
        return best;
    }

    /** Spread evenly over the series, about as many for each distance. */
    private List<Pair> pairs(int channel) {
        List<int[]> seen = series.stream().map(part -> seen(part, channel)).toList();
        long values = seen.stream().mapToLong(slots -> slots.length).sum();
        int stride = (int) Math.max(1, values / MOST_PAIRS);
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < seen.size(); k++) {
            ZSeries part = series.get(k);
            int[] slots = seen.get(k);
            for (int apart : VALUES_APART) {
                for (int i = apart; i < slots.length; i += stride) {
                    pairs.add(pair(part, channel, slots[i - apart], slots[i]));
                }
            }
        }
        return pairs;
    }

    private Pair pair(ZSeries part, int channel, int before, int after) {
        long millis = part.timeMillis(after) - part.timeMillis(before);
        return new Pair(part.z(before, channel), part.z(after, channel), millis / paceMillis);
    }

    private static int[] seen(ZSeries part, int channel) {
        return IntStream.range(part.from(), part.to())
                .filter(t -> !Float.isNaN(part.z(t, channel)))
                .toArray();
    }
}
