package io.hindsight.model.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnScaleTest {
    private static final long SEED = 41;
    private static final int N0 = 50;

    private final OwnScale own = new OwnScale(1);
    private final Random random = new Random(SEED);

    @Test
    void startsOnTheGroupsUnits() {
        assertThat(own.toOwn(0, 1.25)).isEqualTo(1.25);
        assertThat(own.fromOwn(0, 1.25)).isEqualTo(1.25);
        assertThat(own.widthFromOwn(0, 1.25)).isEqualTo(1.25);
        assertThat(own.isOff(N0)).isFalse();
    }

    @Test
    void followsTheEquationsWhereNothingIsLimited() {
        double sum = 0;
        double squares = 0;
        for (int n = 1; n <= 200; n++) {
            double z = 1 + 2 * random.nextGaussian();
            feed(z);
            sum += z;
            squares += z * z;
            double w = n / (double) (n + N0);
            double variance = squares / n - sum / n * (sum / n);
            double a = w * sum / n;
            double b = Math.sqrt(1 - w + w * variance);
            assertThat(own.location[0]).as("reading %d", n).isCloseTo(a, within(0.07 * b));
            assertThat(own.scale[0]).as("reading %d", n).isCloseTo(b, within(0.07 * b));
        }
    }

    @Test
    void aSensorFarFromItsGroupComesToItsOwnScale() {
        for (int n = 0; n < 20 * N0; n++) {
            feed(10 + 5 * random.nextGaussian());
        }
        assertThat(own.location[0]).isCloseTo(10 * 8 / 9.0, within(1.0));
        assertThat(own.scale[0]).isCloseTo(Math.sqrt((1 + 8 * 25) / 9.0), within(0.5));
        assertThat(own.count[0]).isEqualTo(OwnScale.MOST_COUNTS * N0);
    }

    @Test
    void forgetsWhatWasLongAgo() {
        for (int n = 0; n < 20 * N0; n++) {
            feed(-6 + random.nextGaussian());
        }
        for (int n = 0; n < 40 * N0; n++) {
            feed(2 + random.nextGaussian());
        }
        assertThat(own.mean[0]).isCloseTo(2, within(0.2));
        assertThat(own.squares[0] / own.count[0]).isCloseTo(1, within(0.5));
    }

    @Test
    void aConstantChannelIsSafe() {
        for (int n = 0; n < 40 * N0; n++) {
            feed(3);
            assertThat(own.scale[0]).isGreaterThan(0.3);
            assertThat(own.toOwn(0, 3)).isBetween(0.0, 8.0);
        }
        assertThat(own.squares[0]).isBetween(0.0, 1e-6);
    }

    @Test
    void movesSeldomOnceItHasSettled() {
        int moves = 0;
        for (int n = 0; n < 100_000; n++) {
            moves += feed(random.nextGaussian()) ? 1 : 0;
        }
        assertThat(moves).isLessThan(2_000);
    }

    @Test
    void staysBoundedWhateverComes() {
        double[] wild = {Double.MAX_VALUE, -Double.MAX_VALUE, 0, Double.POSITIVE_INFINITY};
        for (int n = 0; n < 100_000; n++) {
            feed(wild[random.nextInt(4)]);
            assertThat(Math.abs(own.location[0])).isLessThanOrEqualTo(OwnScale.LARGEST);
            assertThat(own.scale[0]).isBetween(0.05, OwnScale.LARGEST);
            assertThat(own.mean[0]).isFinite();
            assertThat(own.squares[0]).isFinite().isNotNegative();
        }
    }

    @Test
    void oneOutlierMovesItLittle() {
        for (int n = 0; n < 400; n++) {
            feed(random.nextGaussian());
        }
        double before = own.scale[0];
        feed(1e9);
        assertThat(own.scale[0]).isLessThan(1.1 * before);
        assertThat(Math.abs(own.location[0])).isLessThan(0.3);
    }

    @Test
    void aHoleTellsNothing() {
        feed(4);
        OwnScale before = own.copy();
        own.observe(new float[] {Float.NaN}, N0);
        assertThat(own).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void anotherGroupTellsTheSameInNaturalUnits() {
        Normaliser group = new Normaliser(new double[] {10}, new double[] {2});
        Normaliser next = new Normaliser(new double[] {-5}, new double[] {8});
        for (int n = 0; n < 300; n++) {
            feed(3 + 2 * random.nextGaussian());
        }
        SensorUnits last = new SensorUnits(group);
        SensorUnits units = new SensorUnits(next);
        OwnScale carried = new OwnScale(1);
        carried.carry(own, units.changeFrom(last, null, null), N0);
        assertThat(next.fromZ(0, carried.mean[0]))
                .isCloseTo(group.fromZ(0, own.mean[0]), within(1e-9));
        assertThat(next.widthFromZ(0, Math.sqrt(carried.squares[0] / carried.count[0])))
                .isCloseTo(
                        group.widthFromZ(0, Math.sqrt(own.squares[0] / own.count[0])),
                        within(1e-9));

        UnitChange change = units.changeFrom(last, own, carried);
        assertThat(units.fromZ(carried, 0, change.value(0, 0.75)))
                .isCloseTo(last.fromZ(own, 0, 0.75), within(1e-9));
        assertThat(units.toZ(carried, 0, 17))
                .isCloseTo(change.value(0, last.toZ(own, 0, 17)), within(1e-9));
    }

    /** A reading and what comes before the next one; whether the units moved. */
    private boolean feed(double z) {
        own.observe(new float[] {Normaliser.clip(own.toOwn(0, z))}, N0);
        if (own.isOff(N0)) {
            own.move(N0);
            return true;
        }
        return false;
    }
}
