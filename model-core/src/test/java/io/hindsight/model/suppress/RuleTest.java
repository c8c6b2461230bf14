package io.hindsight.model.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Optional<String> ALL = Optional.empty();

    @Test
    void anAbsoluteBoundIgnoresWhatIsBelowItOnBothSidesOfItsChannel() {
        Rule rule = new Rule.Absolute("near", ALL, "O3", 5);

        assertThat(rule.ignores(0, "O3", 14.5, 10)).isTrue();
        assertThat(rule.ignores(0, "O3", 5.5, 10)).isTrue();
        assertThat(rule.ignores(0, "O3", 15, 10)).isFalse();
        assertThat(rule.ignores(0, "O3", 4, 10)).isFalse();
        assertThat(rule.ignores(0, "CO", 10.5, 10)).isFalse();
    }

    @Test
    void aRelativeBoundIsAShareOfWhatWasExpected() {
        Rule rule = new Rule.Relative("near", ALL, "O3", 0.5);

        assertThat(rule.ignores(0, "O3", 14.5, 10)).isTrue();
        assertThat(rule.ignores(0, "O3", 15, 10)).isFalse();
        assertThat(rule.ignores(0, "O3", -14.5, -10)).isTrue();
        assertThat(rule.ignores(0, "O3", -4, -10)).isFalse();
        assertThat(rule.ignores(0, "O3", 0, 0)).isFalse();
        assertThat(rule.ignores(0, "CO", 10, 10)).isFalse();
    }

    @Test
    void aDirectionIgnoresOneSideAlone() {
        Rule above = new Rule.Direction("up", ALL, "O3", Rule.Side.ABOVE);
        Rule below = new Rule.Direction("down", ALL, "O3", Rule.Side.BELOW);

        assertThat(above.ignores(0, "O3", 11, 10)).isTrue();
        assertThat(above.ignores(0, "O3", 9, 10)).isFalse();
        assertThat(below.ignores(0, "O3", 11, 10)).isFalse();
        assertThat(below.ignores(0, "O3", 9, 10)).isTrue();
        assertThat(above.ignores(0, "CO", 11, 10)).isFalse();
    }

    @Test
    void aChannelIsIgnoredAsAWhole() {
        Rule rule = new Rule.Channel("broken", ALL, "O3");

        assertThat(rule.ignores(0, "O3", 1e9, 10)).isTrue();
        assertThat(rule.ignores(0, "CO", 11, 10)).isFalse();
    }

    @Test
    void maintenanceIgnoresEverythingFromItsStartToJustBeforeItsEnd() {
        Rule rule = new Rule.Maintenance("service", ALL, 100, 200);

        assertThat(rule.ignores(99, "O3", 1e9, 10)).isFalse();
        assertThat(rule.ignores(100, "O3", 1e9, 10)).isTrue();
        assertThat(rule.ignores(199, "CO", 1e9, 10)).isTrue();
        assertThat(rule.ignores(200, "O3", 1e9, 10)).isFalse();
    }

    @Test
    void theFirstRuleForTheSensorThatIgnoresADeviationIsNamed() {
        Suppression suppression =
                new Suppression(
                        1,
                        0,
                        List.of(
                                new Rule.Channel("other's", Optional.of("b"), "O3"),
                                new Rule.Absolute("near", ALL, "O3", 5),
                                new Rule.Channel("own", Optional.of("a"), "O3")));

        assertThat(suppression.ignoring("a", 0, "O3", 11, 10).map(Rule::name)).contains("near");
        assertThat(suppression.ignoring("a", 0, "O3", 99, 10).map(Rule::name)).contains("own");
        assertThat(suppression.ignoring("b", 0, "O3", 99, 10).map(Rule::name)).contains("other's");
        assertThat(suppression.ignoring("c", 0, "O3", 99, 10)).isEmpty();
    }

    @Test
    void refusesBoundsAndWindowsThatMeanNothing() {
        for (double bound : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Rule.Absolute("near", ALL, "O3", bound))
                    .withMessage("bound must be positive and finite: " + bound);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Maintenance("service", ALL, 7, 7))
                .withMessage("untilMillis must be after fromMillis, 7: 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suppression(0, 0, List.of()))
                .withMessage("version must be 1 or more: 0");
    }
}
