package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
    private static final double HOURLY = 3_600_000;

    @Test
    void countsAMonthInTheSensorsOwnReadings() {
        assertThat(Allowance.of(1, HOURLY, 1).readingsPerMonth()).isEqualTo(720);
        assertThat(Allowance.of(3, HOURLY, 1).alarmsPerReading()).isEqualTo(3 / 720.0);
    }

    @Test
    void aSensorThatHardlyReadsHasOneReadingAMonth() {
        assertThat(Allowance.of(1, 1e15, 1).readingsPerMonth()).isEqualTo(1);
        assertThat(Allowance.of(1, 0, 1).readingsPerMonth()).as("nothing known").isFinite();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1, 100",
        "1, 1, 100",
        "1, 3, 180",
        "30, 1, 6",
        "720, 1, 2",
        "100000, 1, 2",
        "0.1, 5, 500"
    })
    void aQuarterOfWhatLiesBetweenTwoAlarmsPartsThem(double agreed, int beat, int quiet) {
        assertThat(Allowance.of(agreed, HOURLY, beat).quietReadings()).isEqualTo(quiet);
    }

    @Test
    void anotherBeatChangesNothingElse() {
        Allowance allowance = Allowance.of(2, HOURLY, 1);
        assertThat(allowance.withBeat(4)).isEqualTo(Allowance.of(2, HOURLY, 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesNoAlarmsAtAll(double agreed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(agreed, 720, 1))
                .withMessage("alarmsPerMonth must be positive: " + agreed);
    }

    @Test
    void refusesLessThanAReadingAMonth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(1, 0.5, 1))
                .withMessage("readingsPerMonth must be at least 1: 0.5");
    }
}
