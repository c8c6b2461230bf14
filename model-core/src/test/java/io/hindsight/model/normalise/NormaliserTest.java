package io.hindsight.model.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormaliserTest {
    private final Normaliser normaliser =
            new Normaliser(new double[] {10, 101_325}, new double[] {2, 500});

    @Test
    void turnsNaturalUnitsIntoZUnitsAndBack() {
        assertThat(normaliser.toZ(0, 13)).isEqualTo(1.5);
        assertThat(normaliser.fromZ(0, 1.5)).isEqualTo(13);
        assertThat(normaliser.widthFromZ(1, 0.5)).isEqualTo(250);
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double value = 101_325 + 1000 * random.nextGaussian();
            assertThat(normaliser.fromZ(1, normaliser.toZ(1, value)))
                    .isCloseTo(value, within(1e-9));
        }
    }

    @Test
    void limitsOnlyWhatEntersTheMemory() {
        assertThat(normaliser.toZ(0, 1000)).isEqualTo(495);
        assertThat(normaliser.toClippedZ(0, 1000)).isEqualTo(8f);
        assertThat(normaliser.toClippedZ(0, -1000)).isEqualTo(-8f);
        assertThat(normaliser.toClippedZ(0, 13)).isEqualTo(1.5f);
        assertThat(normaliser.toClippedZ(0, Double.MAX_VALUE)).isEqualTo(8f);
    }

    @Test
    void keepsAHoleAHole() {
        assertThat(normaliser.toZ(0, Double.NaN)).isNaN();
        assertThat(normaliser.toClippedZ(0, Double.NaN)).isNaN();
    }

    @Test
    void losesNoDigitsToALargeOffset() {
        Normaliser counter = new Normaliser(new double[] {1e12}, new double[] {1});
        assertThat(counter.toClippedZ(0, 1e12 + 0.25)).isEqualTo(0.25f);
    }

    @Test
    void refusesStatisticsThatItCannotDivideBy() {
        assertRefused(new double[] {Double.NaN}, new double[] {1}, "mean[0] must be within");
        assertRefused(new double[] {1e26}, new double[] {1}, "mean[0] must be within");
        assertRefused(new double[] {0, 0}, new double[] {1, 0}, "scale[1] must be positive");
        assertRefused(new double[] {0}, new double[] {-1}, "scale[0] must be positive");
        assertRefused(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}, "scale[0]");
        assertRefused(new double[] {0}, new double[] {Double.NaN}, "scale[0]");
        assertRefused(new double[] {0}, new double[] {1, 1}, "mean=1, scale=2");
    }

    @Test
    void sharesItsArraysWithNobody() {
        double[] mean = {1};
        Normaliser own = new Normaliser(mean, new double[] {1});
        mean[0] = 5;
        own.mean()[0] = 6;
        assertThat(own.mean()).containsExactly(1);
    }

    private static void assertRefused(double[] mean, double[] scale, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normaliser(mean, scale))
                .withMessageContaining(message);
    }
}
