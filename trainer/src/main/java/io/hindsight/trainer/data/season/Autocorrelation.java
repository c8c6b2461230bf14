package io.hindsight.trainer.data.season;

/**
 * The autocorrelation of many series together, with holes: at lag l the mean of x[t] x[t + l] over
 * all pairs of which both are seen, divided by that of lag 0. Both the products and the number of
 * pairs come from one Fourier transform a series: the values are its real part, the mask its
 * imaginary one, and power spectra may be added before they are turned back.
 */
final class Autocorrelation {
    private static final int LEAST_PAIRS = 8;

    private final Fourier fourier;
    private final double[] real;
    private final double[] imaginary;
    private final double[] power;
    private final double[] maskPower;

    /**
     * @param slots of the longest series
     */
    Autocorrelation(int slots) {
        this.fourier = new Fourier(2 * slots);
        this.real = new double[fourier.size()];
        this.imaginary = new double[fourier.size()];
        this.power = new double[fourier.size()];
        this.maskPower = new double[fourier.size()];
    }

    /**
     * @param x a series of mean 0; NaN is a hole
     */
    void add(double[] x) {
        for (int t = 0; t < real.length; t++) {
            boolean seen = t < x.length && !Double.isNaN(x[t]);
            real[t] = seen ? x[t] : 0;
            imaginary[t] = seen ? 1 : 0;
        }
        fourier.transform(real, imaginary);
        int size = real.length;
        for (int k = 0; k < size; k++) {
            int mirror = (size - k) & (size - 1);
            double evenRe = (real[k] + real[mirror]) / 2;
            double oddIm = (imaginary[k] - imaginary[mirror]) / 2;
            double evenIm = (imaginary[k] + imaginary[mirror]) / 2;
            double oddRe = (real[k] - real[mirror]) / 2;
            power[k] += evenRe * evenRe + oddIm * oddIm;
            maskPower[k] += evenIm * evenIm + oddRe * oddRe;
        }
    }

    /**
     * One number for each lag from 0; NaN where fewer than {@value #LEAST_PAIRS} pairs are seen.
     */
    double[] upTo(int longestLag) {
        double[] products = power.clone();
        double[] pairs = maskPower.clone();
        fourier.transform(products, pairs);
        double[] result = new double[longestLag + 1];
        double variance = products[0] / pairs[0];
        double least = (LEAST_PAIRS - 0.5) * products.length;
        for (int lag = 0; lag <= longestLag; lag++) {
            result[lag] = pairs[lag] < least ? Double.NaN : products[lag] / pairs[lag] / variance;
        }
        return result;
    }
}
