package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The regression of each channel by ridge towards a centre that needs no data (the profile, and
 * what is left of the neighbouring value's distance from it), and the noise by what it leaves.
 *
 * <pre>
 *   β = β₀ + (VᵀV + λI)⁻¹ Vᵀ(y − Vβ₀),   β₀: A_1 = ρI, c_{r,0} = 1/R, c_{r,1} = −ρ/R, the rest 0
 * </pre>
 *
 * <p>VᵀV and Vᵀy are expected {@link Moments}, so that holes in the data neither end a row nor
 * enter as if they had been seen.
 */
final class Regression {
    /** ρ: what a slot later is left of a value's distance from its profile, before any data. */
    private static final double CENTRE = 0.8;

    private final AnchorSpec spec;
    private final int channels;
    private final double ridge;
    private final Optional<AnchorNumbers> given;

    /**
     * @param spec whose kind, order and rates are regressed on
     * @param ridge λ, in slots
     */
    Regression(AnchorSpec spec, int channels, double ridge) {
        this(spec, channels, ridge, Optional.empty());
    }

    /**
     * A regression towards another anchor's. Its noise counts for λ slots too.
     *
     * @param ridge λ, in slots
     */
    Regression(AnchorNumbers centre, double ridge) {
        this(centre.spec, centre.channels, ridge, Optional.of(centre));
    }

    private Regression(AnchorSpec spec, int channels, double ridge, Optional<AnchorNumbers> given) {
        this.spec = spec;
        this.channels = channels;
        this.ridge = ridge;
        this.given = given;
    }

    void setCentre(AnchorNumbers numbers, int channel) {
        for (int k = 0; k < features(); k++) {
            set(numbers, channel, k, centre(channel, k));
        }
    }

    /** The numbers that fit these moments best, with the profile and rates of others. */
    AnchorNumbers solve(AnchorNumbers before, Moments moments) {
        AnchorNumbers numbers = new AnchorNumbers(spec, channels);
        System.arraycopy(before.profile, 0, numbers.profile, 0, before.profile.length);
        System.arraycopy(before.rates, 0, numbers.rates, 0, before.rates.length);
        System.arraycopy(before.measurement, 0, numbers.measurement, 0, channels);
        double[][] coefficients = new double[channels][];
        int[][] places = new int[channels][];
        for (int i = 0; i < channels; i++) {
            places[i] = places(i);
            coefficients[i] = regress(i, places[i], moments);
            for (int k = 0; k < coefficients[i].length; k++) {
                set(numbers, i, k, coefficients[i][k]);
            }
        }
        setNoise(numbers, coefficients, places, moments);
        return numbers;
    }

    /** Where in x the regressors of a channel are: all channels' lags, its own profiles. */
    private int[] places(int channel) {
        int[] places = new int[features()];
        int lags = spec.order() * channels;
        for (int k = 0; k < lags; k++) {
            boolean own = k % channels == channel;
            places[k] = own || spec.kind() == AnchorKind.FILTER ? channels + k : -1;
        }
        for (int k = lags; k < places.length; k++) {
            places[k] = (spec.order() + 1) * channels + (k - lags) * channels + channel;
        }
        return places;
    }

    private int features() {
        return spec.order() * channels + spec.rates() * spec.profileLags();
    }

    private double centre(int channel, int feature) {
        int lags = spec.order() * channels;
        if (given.isPresent()) {
            return get(given.get(), channel, feature);
        }
        if (feature < lags) {
            return feature == channel ? CENTRE : 0;
        }
        int lag = (feature - lags) % spec.profileLags();
        return lag == 0 ? 1.0 / spec.rates() : lag == 1 ? -CENTRE / spec.rates() : 0;
    }

    private double[] regress(int channel, int[] places, Moments moments) {
        int[] used = Arrays.stream(places).filter(place -> place >= 0).toArray();
        double[] centre = new double[used.length];
        for (int k = 0, n = 0; k < places.length; k++) {
            if (places[k] >= 0) {
                centre[n++] = centre(channel, k);
            }
        }
        DMatrixRMaj gram = new DMatrixRMaj(used.length, used.length);
        DMatrixRMaj right = new DMatrixRMaj(used.length, 1);
        for (int a = 0; a < used.length; a++) {
            double sum = moments.sum(used[a], channel);
            for (int b = 0; b < used.length; b++) {
                double product = moments.sum(used[a], used[b]);
                gram.set(a, b, product + (a == b ? ridge : 0));
                sum -= product * centre[b];
            }
            right.set(a, 0, sum);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(used.length);
        DMatrixRMaj change = new DMatrixRMaj(used.length, 1);
        if (!solver.setA(gram)) {
            throw new IllegalStateException(
                    "a ridge regression must have a solution: channel=" + channel);
        }
        solver.solve(right, change);
        double[] coefficients = new double[places.length];
        for (int k = 0, n = 0; k < places.length; k++) {
            if (places[k] >= 0) {
                coefficients[k] = centre[n] + change.get(n, 0);
                n++;
            }
        }
        return coefficients;
    }

    private double get(AnchorNumbers numbers, int channel, int feature) {
        int lags = spec.order() * channels;
        if (feature < lags) {
            int lag = feature / channels;
            int from = feature % channels;
            return numbers.transition[(lag * channels + channel) * channels + from];
        }
        return numbers.season[(feature - lags) * channels + channel];
    }

    private void set(AnchorNumbers numbers, int channel, int feature, double value) {
        int lags = spec.order() * channels;
        if (feature < lags) {
            int lag = feature / channels;
            int from = feature % channels;
            numbers.transition[(lag * channels + channel) * channels + from] = (float) value;
        } else {
            numbers.season[(feature - lags) * channels + channel] = (float) value;
        }
    }

    /** Q = E[(y − Vβ)(y − Vβ)ᵀ], without what other channels share if each stands by itself. */
    private void setNoise(
            AnchorNumbers numbers, double[][] coefficients, int[][] places, Moments moments) {
        double known = given.isPresent() ? ridge : 0;
        double slots = Math.max(1, moments.slots() + known);
        double[][] projected = new double[channels][moments.size];
        for (int i = 0; i < channels; i++) {
            for (int x = 0; x < moments.size; x++) {
                double sum = moments.sum(i, x);
                for (int k = 0; k < places[i].length; k++) {
                    if (places[i][k] >= 0) {
                        sum -= coefficients[i][k] * moments.sum(places[i][k], x);
                    }
                }
                projected[i][x] = sum;
            }
        }
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = projected[i][j];
                for (int k = 0; k < places[j].length; k++) {
                    if (places[j][k] >= 0) {
                        sum -= coefficients[j][k] * projected[i][places[j][k]];
                    }
                }
                if (given.isPresent()) {
                    sum += known * given.get().noise[i * channels + j];
                }
                boolean kept = i == j || spec.kind() == AnchorKind.FILTER;
                float value = kept ? (float) (sum / slots) : 0;
                numbers.noise[i * channels + j] = i == j ? Math.max(value, 0) : value;
                numbers.noise[j * channels + i] = numbers.noise[i * channels + j];
            }
        }
    }
}
