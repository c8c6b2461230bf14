package io.hindsight.model.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.fixtures.GenericTensors;
import io.hindsight.model.score.outside.OutsideViews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericViewsTest {
    private static final int HIDDEN = 6;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long STEP_MILLIS = 1_800_000L;

    @Test
    void goesOnWithTheSameBitsFromACopy() {
        GenericViews views = views(1);
        run(views, 300, 1);
        GenericViews copy = views.copy();

        assertThat(run(copy, 200, 2)).containsExactly(run(views, 200, 2));
    }

    @Test
    void goesOnWithTheSameBitsFromItsBytes() throws IOException {
        GenericViews views = views(3);
        run(views, 400, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        views.write(new DataOutputStream(bytes));
        GenericViews other = views(3);
        other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(run(other, 400, 4)).containsExactly(run(views, 400, 4));
    }

    @Test
    void saysTheSameOfOtherUnits() {
        GenericViews celsius = views(1);
        GenericViews other = views(1);
        SplittableRandom random = new SplittableRandom(5);
        for (int t = 0; t < 600; t++) {
            double value = Math.sin(t / 7.0) + 0.1 * random.nextGaussian();
            double forecast = celsius.expect(t * STEP_MILLIS);
            double same = other.expect(t * STEP_MILLIS);
            celsius.take(value, Double.NaN);
            other.take(1024 * value, Double.NaN);
            assertThat(other.logit()).as("row %d", t).isCloseTo(celsius.logit(), within(1e-3));
            if (t > 0) {
                assertThat(same).isCloseTo(1024 * forecast, within(1e-2));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1e30, 1e30, 1e-30})
    void answersWithNumbersWhateverComes(double size) {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            GenericViews views = views(1);
            for (int t = 0; t < 400; t++) {
                double value = random.nextInt(4) == 0 ? size * random.nextDouble() : size;
                double forecast = views.expect(t * STEP_MILLIS);
                double strength = views.take(value, Double.NaN);
                assertThat(strength).as("seed %d row %d", seed, t).isFinite();
                assertThat(views.logit()).as("seed %d row %d", seed, t).isFinite();
                if (t > 0) {
                    assertThat(forecast).as("seed %d row %d", seed, t).isNotNaN();
                    assertThat(views.spread()).as("seed %d row %d", seed, t).isNotNaN();
                }
            }
        }
    }

    @Test
    void saysNothingByItselfInTheFirstBeats() {
        GenericViews views = views(1);
        for (int t = 0; t < OutsideViews.BEATS_BEFORE; t++) {
            views.expect(t * STEP_MILLIS);
            assertThat(views.take(t % 7, Double.NaN)).isZero();
        }
    }

    @Test
    void addsABoundedShareInHalfUnitsOfOdds() {
        assertThat(GenericBeside.evidence(-5)).isZero();
        assertThat(GenericBeside.evidence(1.4)).isZero();
        assertThat(GenericBeside.evidence(1.5)).isEqualTo(0.01, within(1e-12));
        assertThat(GenericBeside.evidence(50)).isEqualTo(0.04, within(1e-12));
    }

    @Test
    void expectsWhatItsViewsExpectWhenTheNetTrustsNothingElse() {
        Map<String, float[]> tensors = tensors();
        tensors.put("forecast.weight", new float[tensors.get("forecast.weight").length]);
        tensors.put("forecast.bias", new float[] {-100, -100, 0, 0});
        GenericViews views =
                new GenericViews(
                        new GenericNet(new GenericWeights(HIDDEN, tensors)), 1, DAY_MILLIS);
        OutsideViews alone = new OutsideViews(1, DAY_MILLIS);
        for (int t = 0; t < 200; t++) {
            double value = Math.cos(t / 5.0);
            double forecast = views.expect(t * STEP_MILLIS);
            double expected = alone.expect(t * STEP_MILLIS);
            assertThat(Double.compare(forecast, expected)).as("row %d", t).isZero();
            views.take(value, Double.NaN);
            alone.take(value, Double.NaN);
        }
    }

    private static GenericViews views(int readingsPerBeat) {
        return new GenericViews(
                new GenericNet(new GenericWeights(HIDDEN, tensors())), readingsPerBeat, DAY_MILLIS);
    }

    private static Map<String, float[]> tensors() {
        return GenericTensors.random(HIDDEN, 0.5, 7);
    }

    private static double[] run(GenericViews views, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] said = new double[3 * rows];
        for (int t = 0; t < rows; t++) {
            said[3 * t] = views.expect((t + 1000 * seed) * STEP_MILLIS);
            said[3 * t + 1] = views.take(random.nextGaussian(), Double.NaN);
            said[3 * t + 2] = views.logit();
        }
        return said;
    }
}
