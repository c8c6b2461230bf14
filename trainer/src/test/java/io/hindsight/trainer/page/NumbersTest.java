package io.hindsight.trainer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void naturalNumbersHaveThreeDigitsThatCount() {
        assertThat(Numbers.natural(0)).isEqualTo("0");
        assertThat(Numbers.natural(0.12345)).isEqualTo("0.123");
        assertThat(Numbers.natural(-12.345)).isEqualTo("-12.3");
        assertThat(Numbers.natural(12345.6)).isEqualTo("12,346");
        assertThat(Numbers.natural(1e-5)).isEqualTo("1.00e-05");
    }

    @Test
    void noneIsADash() {
        assertThat(Numbers.natural(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.z(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void sharesAreNeverRoundedToNoneOrAll() {
        assertThat(Numbers.percent(0.0001)).isEqualTo("<\u00a00.1\u00a0%");
        assertThat(Numbers.percent(0.9999)).isEqualTo(">\u00a099.9\u00a0%");
        assertThat(Numbers.percent(0.25)).isEqualTo("25.0\u00a0%");
    }

    @Test
    void durationsHaveTheLargestUnitThatIsWhole() {
        assertThat(Numbers.duration(Duration.ofDays(1))).isEqualTo("1 day");
        assertThat(Numbers.duration(Duration.ofHours(126))).isEqualTo("126 hours");
        assertThat(Numbers.duration(Duration.ofMinutes(15))).isEqualTo("15 min");
        assertThat(Numbers.duration(Duration.ofMillis(250))).isEqualTo("0.250 s");
    }

    @Test
    void momentsAreAsFineAsTheyNeed() {
        assertThat(Numbers.moment(0)).isEqualTo("1970-01-01 00:00");
        assertThat(Numbers.moment(61_000)).isEqualTo("1970-01-01 00:01:01");
        assertThat(Numbers.moment(61_005)).isEqualTo("1970-01-01 00:01:01.005");
    }
}
