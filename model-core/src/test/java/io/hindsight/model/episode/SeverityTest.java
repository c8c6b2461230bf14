package io.hindsight.model.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
    @ParameterizedTest
    @CsvSource({
        "0, MINOR",
        "2.999, MINOR",
        "3, MODERATE",
        "3.999, MODERATE",
        "4, SEVERE",
        "4.999, SEVERE",
        "5, EXTREME",
        "30, EXTREME",
        "NaN, MINOR",
    })
    void eachBandIsTenTimesRarerThanTheOneBelow(float score, Severity severity) {
        assertThat(Severity.of(score)).isEqualTo(severity);
    }
}
