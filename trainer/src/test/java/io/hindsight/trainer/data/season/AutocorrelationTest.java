package io.hindsight.trainer.data.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast transforms against the plain sums that they stand for. */
class AutocorrelationTest {

    @Test
    void isTheMeanProductOfSeenPairsOverAllSeries() {
        for (int seed = 1; seed <= 10; seed++) {
            List<double[]> series = List.of(random(seed, 100), random(seed + 50, 73));
            Autocorrelation fast = new Autocorrelation(100);
            series.forEach(fast::add);

            double[] actual = fast.upTo(90);

            for (int lag = 0; lag <= 90; lag++) {
                if (pairs(series, lag) < 8) {
                    assertThat(actual[lag]).as("seed %d, lag %d", seed, lag).isNaN();
                } else {
                    double expected = meanProduct(series, lag) / meanProduct(series, 0);
                    assertThat(actual[lag])
                            .as("seed %d, lag %d", seed, lag)
                            .isCloseTo(expected, within(1e-9));
                }
            }
        }
    }

    @Test
    void transformsAsTheDefinitionSays() {
        for (int least : new int[] {1, 2, 3, 8, 100}) {
            Fourier fourier = new Fourier(least);
            int n = fourier.size();
            assertThat(n).isGreaterThanOrEqualTo(least);
            double[] re = new Random(1).doubles(n).toArray();
            double[] im = new Random(2).doubles(n).toArray();
            double[] fastRe = re.clone();
            double[] fastIm = im.clone();

            fourier.transform(fastRe, fastIm);

            for (int k = 0; k < n; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int t = 0; t < n; t++) {
                    double angle = -2 * Math.PI * k * t / n;
                    sumRe += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
                    sumIm += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
                }
                assertThat(fastRe[k]).isCloseTo(sumRe, within(1e-9));
                assertThat(fastIm[k]).isCloseTo(sumIm, within(1e-9));
            }
        }
    }

    private static double[] random(int seed, int length) {
        Random random = new Random(seed);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian();
        }
        return x;
    }

    private static double meanProduct(List<double[]> series, int lag) {
        double sum = 0;
        for (double[] x : series) {
            for (int t = 0; t + lag < x.length; t++) {
                double product = x[t] * x[t + lag];
                sum += Double.isNaN(product) ? 0 : product;
            }
        }
        return sum / pairs(series, lag);
    }

    private static int pairs(List<double[]> series, int lag) {
        int pairs = 0;
        for (double[] x : series) {
            for (int t = 0; t + lag < x.length; t++) {
                pairs += Double.isNaN(x[t] * x[t + lag]) ? 0 : 1;
            }
        }
        return pairs;
    }
}
