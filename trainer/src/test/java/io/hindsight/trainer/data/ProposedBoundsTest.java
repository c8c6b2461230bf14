package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProposedBoundsTest {
    private static final Split SPLIT = new Split(2_000, 2_500);

    private final Random random = new Random(3);

    @Test
    void proposesZeroWhereValuesComeDownToItAndNeverBelow() {
        ChannelBounds dust = bounds(t -> Math.exp(2 * random.nextGaussian()));

        assertThat(dust.lower()).hasValue(0);
        assertThat(dust.upper()).isEmpty();
        assertThat(dust.zeroInflated()).isFalse();
        assertThat(dust.sentence())
                .isEqualTo("x comes down to 0 and is never negative: at least 0");
    }

    @Test
    void proposesNothingForWhatIsPositiveButFarFromZero() {
        ChannelBounds pressure = bounds(t -> 1_013 + 8 * random.nextGaussian());

        assertThat(pressure.isNone()).isTrue();
        assertThat(pressure.sentence()).isEmpty();
    }

    @Test
    void proposesNothingForWhatGoesBelowZero() {
        assertThat(bounds(t -> random.nextGaussian()).isNone()).isTrue();
    }

    @Test
    void proposesTheScaleWhoseBothEndsAreTouchedOften() {
        ChannelBounds humidity =
                bounds(t -> Math.max(0, Math.min(100, 50 + 40 * random.nextGaussian())));

        assertThat(humidity.lower()).hasValue(0);
        assertThat(humidity.upper()).hasValue(100);
        assertThat(humidity.sentence())
                .isEqualTo(
                        "x comes often to 0 and to 100 and never beyond: at least 0, at most 100");
    }

    @Test
    void proposesNoScaleThatIsTouchedOnce() {
        ChannelBounds scaled = bounds(t -> t == 7 ? -1 : t == 8 ? 1 : random.nextDouble(-0.5, 0.5));

        assertThat(scaled.isNone()).isTrue();
    }

    @Test
    void proposesAnEndWhereValuesPileUp() {
        ChannelBounds tank = bounds(t -> Math.min(8.5, 7 + 1.5 * random.nextGaussian()));

        assertThat(tank.lower()).isEmpty();
        assertThat(tank.upper()).hasValue(8.5);
        assertThat(tank.sentence()).isEqualTo("x is often at 8.5 and never above: at most 8.5");
    }

    @Test
    void proposesNoEndForRoundedValues() {
        assertThat(bounds(t -> Math.rint(20 + 3 * random.nextGaussian())).isNone()).isTrue();
    }

    @Test
    void tellsZeroApartFromValuesThatAreSpreadOut() {
        ChannelBounds rain =
                bounds(t -> random.nextInt(10) < 8 ? 0 : Math.exp(random.nextGaussian()));
        ChannelBounds contact = bounds(t -> random.nextInt(10) < 8 ? 0 : 7);

        assertThat(rain.zeroInflated()).isTrue();
        assertThat(rain.lower()).hasValue(0);
        assertThat(rain.sentence()).contains("% of its values, the rest spread out: at least 0, 0");
        assertThat(contact.zeroInflated()).isFalse();
    }

    @Test
    void looksAtTheTrainingPartAlone() {
        assertThat(bounds(t -> t < 2_000 ? random.nextGaussian() : 0).isNone()).isTrue();
        assertThat(bounds(t -> t < 2_000 ? random.nextDouble() : -5).lower()).hasValue(0);
    }

    @Test
    void proposesNothingForConstantsHolesAndFewValues() {
        assertThat(bounds(t -> 0).isNone()).isTrue();
        assertThat(bounds(t -> Double.NaN).isNone()).isTrue();
        assertThat(bounds(t -> t < 99 ? t % 2 : Double.NaN).isNone()).isTrue();
    }

    private static ChannelBounds bounds(IntToDoubleFunction value) {
        double[][] values = new double[3_000][1];
        for (int t = 0; t < values.length; t++) {
            values[t][0] = value.applyAsDouble(t);
        }
        DataSet data = new DataSet(List.of("x"), 1, List.of(SensorSeries.of("a", 0, 1, values)));
        ProposedBounds bounds = ProposedBounds.propose(data, SPLIT);
        ChannelBounds only = bounds.channels().get(0);
        assertThat(bounds.sentences())
                .isEqualTo(only.isNone() ? List.of() : List.of(only.sentence()));
        return only;
    }
}
