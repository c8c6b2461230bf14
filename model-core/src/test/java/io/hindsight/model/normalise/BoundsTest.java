package io.hindsight.model.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final Bounds bounds = new Bounds(new double[] {0, -INFINITE}, new double[] {100, 5});

    @Test
    void limitsEachChannelByItsOwn() {
        assertThat(bounds.limit(0, -1)).isZero();
        assertThat(bounds.limit(0, 50)).isEqualTo(50);
        assertThat(bounds.limit(0, 100.5)).isEqualTo(100);
        assertThat(bounds.limit(1, -1e300)).isEqualTo(-1e300);
        assertThat(bounds.limit(1, 6)).isEqualTo(5);
        assertThat(bounds.limit(0, Double.NaN)).isNaN();
    }

    @Test
    void noneLimitsNothing() {
        Bounds none = Bounds.none(2);
        assertThat(none.channelCount()).isEqualTo(2);
        for (double value : new double[] {-INFINITE, -1e300, 0, INFINITE}) {
            assertThat(none.limit(1, value)).isEqualTo(value);
        }
    }

    @Test
    void refusesBoundsThatLeaveNothingBetweenThem() {
        assertRefused(1, 1, "bounds[0] must have its lower one below its upper one: 1.0, 1.0");
        assertRefused(2, 1, "2.0, 1.0");
        assertRefused(Double.NaN, 1, "NaN, 1.0");
        assertRefused(0, Double.NaN, "0.0, NaN");
        assertRefused(INFINITE, INFINITE, "Infinity, Infinity");
        assertRefused(1e300, INFINITE, "bounds must be infinite or within ±1.0E18: 1.0E300");
        assertRefused(-INFINITE, -1e19, "bounds must be infinite or within ±1.0E18: -1.0E19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(new double[1], new double[2]))
                .withMessageEndingWith("1 and 2");
    }

    @Test
    void sharesItsArraysWithNobody() {
        double[] lower = {0};
        Bounds own = new Bounds(lower, new double[] {1});
        lower[0] = 5;
        own.lower()[0] = 6;
        own.upper()[0] = -6;
        assertThat(own.lower()).containsExactly(0);
        assertThat(own.upper()).containsExactly(1);
    }

    private static void assertRefused(double lower, double upper, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(new double[] {lower}, new double[] {upper}))
                .withMessageContaining(message);
    }
}
