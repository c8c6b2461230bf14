package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.generic.GenericNet;
import io.hindsight.model.generic.GenericViews;
import io.hindsight.model.generic.GenericWeights;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedNetTest {
    private static final int MOST_BYTES = 1 << 20;

    @Test
    void isTheFileThatItsOriginAndWeightsMake() throws BundleException {
        byte[] file = ShippedNet.file();
        GenericWeights weights = ShippedNet.get();

        assertThat(file).hasSizeLessThan(MOST_BYTES);
        assertThat(GenericCodec.write(weights, GenericCodec.origin(file))).containsExactly(file);
    }

    @Test
    void namesWhatMadeIt() throws BundleException {
        Map<String, String> origin = GenericCodec.origin(ShippedNet.file());

        assertThat(origin)
                .containsEntry("command", "TrainGeneric FILE 1 48 6400")
                .containsEntry("seed", "1");
        assertThat(origin.get("families")).contains("daily_sine", "mostly_zero", "drawn_day");
        assertThat(origin.get("events")).contains("spike", "phase");
    }

    @Test
    void expectsMoreOfADayThanItsLastValue() {
        GenericViews views = new GenericViews(new GenericNet(ShippedNet.get()), 1, 86_400_000L);
        double net = 0;
        double last = 0;
        for (int hour = 0; hour < 1_200; hour++) {
            double value = 20 + 5 * Math.sin(hour * Math.PI / 12) + ((hour * 37) % 11) / 20.0;
            double expected = views.expect(hour * 3_600_000L);
            views.take(value, Double.NaN);
            if (hour >= 600) {
                double before = 20 + 5 * Math.sin((hour - 1) * Math.PI / 12);
                net += Math.abs(value - expected);
                last += Math.abs(value - before - (((hour - 1) * 37) % 11) / 20.0);
            }
        }
        assertThat(net).isLessThan(0.5 * last);
    }
}
