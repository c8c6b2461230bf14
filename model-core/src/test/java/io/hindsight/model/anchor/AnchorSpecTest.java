package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.series.Season;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnchorSpecTest {
    private final AnchorSpec spec = Anchors.filter(2, FilterForm.FULL);

    @Test
    void labelsLeadBackToWhatTheyName() {
        for (AnchorKind kind : AnchorKind.values()) {
            assertThat(AnchorKind.of(kind.label())).isEqualTo(kind);
        }
        for (FilterForm form : FilterForm.values()) {
            assertThat(FilterForm.of(form.label())).isEqualTo(form);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnchorKind.of("FILTER"))
                .withMessage("anchor must be none, seasonal, filter or decay: 'FILTER'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilterForm.of(""))
                .withMessage("filter form must be full or cheap: ''");
    }

    @Test
    void refusesAnOrderOrRatesOutOfRange() {
        int[][] wrong = {{0, 1}, {9, 1}, {1, 0}, {1, 5}};
        for (int[] pair : wrong) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    new AnchorSpec(
                                            AnchorKind.FILTER,
                                            pair[0],
                                            FilterForm.FULL,
                                            Season.NONE,
                                            pair[1]))
                    .withMessage(
                            "an anchor must have order 1 to 8 and 1 to 4 rates: order=%d, rates=%d",
                            pair[0], pair[1]);
        }
    }

    @Test
    void theFormSaysOfHowManySlotsTheCovarianceIs() {
        assertThat(Anchors.filter(3, FilterForm.FULL).covarianceSlots()).isEqualTo(3);
        assertThat(Anchors.filter(3, FilterForm.CHEAP).covarianceSlots()).isEqualTo(1);
        assertThat(Anchors.filter(3, FilterForm.CHEAP).profileLags()).isEqualTo(4);
    }

    @Test
    void refusesNumbersThatAreNotAnAnchors() {
        assertRefused(Parameters.ANCHOR_RATES, new float[] {0.1f, 1.01f}, "0 to 1: 1.01");
        assertRefused(Parameters.ANCHOR_RATES, new float[] {-0.1f, 1}, "0 to 1: -0.1");
        assertRefused(Parameters.ANCHOR_RATES, new float[] {Float.NaN, 1}, "0 to 1: NaN");
        assertRefused(Parameters.ANCHOR_RATES, new float[] {1}, "must have 2 values: 1");
        assertRefused(Parameters.ANCHOR_MEASUREMENT, new float[] {1, 0}, "at least 1e-8: 0.0");
        assertRefused(Parameters.ANCHOR_MEASUREMENT, new float[] {1, Float.NaN}, "1e-8: NaN");
        assertRefused(Parameters.ANCHOR_MEASUREMENT, new float[3], "must have 2 values: 3");
        assertRefused(Parameters.ANCHOR_NOISE, new float[] {1, 2, 2, 1}, "not positive in row 1");
        assertRefused(Parameters.ANCHOR_NOISE, new float[] {-1, 0, 0, 1}, "not positive in row 0");
        assertRefused(
                Parameters.ANCHOR_NOISE, new float[] {1, 0, Float.NaN, 1}, "not positive in row 1");
        assertRefused(Parameters.ANCHOR_NOISE, new float[3], "must have 4 values: 3");
        assertRefused(Parameters.ANCHOR_PROFILE, new float[47], "must have 48 values: 47");
        assertRefused(Parameters.ANCHOR_TRANSITION, new float[4], "must have 8 values: 4");
        assertRefused(Parameters.ANCHOR_SEASON, new float[8], "must have 12 values: 8");
    }

    @Test
    void takesNoiseThatIsOnlySemidefinite() {
        Map<String, float[]> p = Anchors.parameters(spec, 2, 1);
        p.put(Parameters.ANCHOR_NOISE, new float[] {1, 1, 1, 1});
        assertThat(Anchors.weights(spec, 2, p)).isNotNull();
        p.put(Parameters.ANCHOR_NOISE, new float[4]);
        assertThat(Anchors.weights(spec, 2, p)).isNotNull();
    }

    @Test
    void weightsShareTheirArraysWithNobody() {
        Map<String, float[]> p = Anchors.parameters(spec, 2, 1);
        AnchorWeights weights = Anchors.weights(spec, 2, p);
        p.get(Parameters.ANCHOR_PROFILE)[0] = 77;
        p.get(Parameters.ANCHOR_NOISE)[0] = -1;
        assertThat(weights.profile[0]).isNotEqualTo(77);
        assertThat(weights.noise[0]).isPositive();
    }

    private void assertRefused(String name, float[] values, String message) {
        Map<String, float[]> p = Anchors.parameters(spec, 2, 1);
        p.put(name, values);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Anchors.weights(spec, 2, p))
                .withMessageStartingWith(name)
                .withMessageContaining(message);
    }
}
