package io.hindsight.model.score.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void isThreeTimesTheLogarithmOfOnePlusAFifthOfTheSquare() {
        assertThat(Evidence.of(0)).isZero();
        assertThat(Evidence.of(Math.sqrt(5))).isCloseTo(3 * Math.log(2), within(1e-12));
        assertThat(Evidence.of(-7)).isEqualTo(Evidence.of(7));
    }

    @Test
    void addsUpOverDeviationsWhoseOddsAreMultiplied() {
        double product = Evidence.odds(1.5) * Evidence.odds(-4) * Evidence.odds(300);
        double sum = Evidence.of(1.5) + Evidence.of(-4) + Evidence.of(300);
        assertThat(Evidence.ofOdds(product)).isCloseTo(sum, within(1e-10));
    }
}
