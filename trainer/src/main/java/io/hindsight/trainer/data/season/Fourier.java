package io.hindsight.trainer.data.season;

/**
 * The discrete Fourier transform X[k] = sum over t of x[t] exp(-2 pi i k t / n) of n = 2^m complex
 * numbers, in place, by Cooley and Tukey's radix 2.
 */
final class Fourier {
    private final int size;

    /** The roots of each stage side by side: those of halves of length h from h on. */
    private final double[] cosine;

    private final double[] sine;

    /**
     * @param least how many numbers there must be room for
     */
    Fourier(int least) {
        this.size = Math.max(2, Integer.highestOneBit(Math.max(1, least - 1)) << 1);
        this.cosine = new double[size];
        this.sine = new double[size];
        for (int half = 1; half < size; half <<= 1) {
            for (int k = 0; k < half; k++) {
                cosine[half + k] = Math.cos(Math.PI * k / half);
                sine[half + k] = -Math.sin(Math.PI * k / half);
            }
        }
    }

    int size() {
        return size;
    }

    /** Both arrays have {@link #size} elements. */
    void transform(double[] real, double[] imaginary) {
        reverseBits(real, imaginary);
        for (int half = 1; half < size; half <<= 1) {
            for (int from = 0; from < size; from += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = from + k;
                    int b = a + half;
                    double c = cosine[half + k];
                    double s = sine[half + k];
                    double re = real[b] * c - imaginary[b] * s;
                    double im = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }

    private void reverseBits(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int k = 0; k < size; k++) {
            int other = Integer.reverse(k) >>> shift;
            if (k < other) {
                double re = real[k];
                real[k] = real[other];
                real[other] = re;
                double im = imaginary[k];
                imaginary[k] = imaginary[other];
                imaginary[other] = im;
            }
        }
    }
}
