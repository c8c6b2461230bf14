package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCalibrationTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 2",
        "3, 3",
        "4, 5",
        "5, 5",
        "6, 5",
        "7, 8",
        "9, 8",
        "10, 12",
        "15, 12",
        "16, 19",
        "19, 19",
        "20, 19",
        "512, 19",
        "2147483647, 19"
    })
    void isThatOfTheNumberOfChannelsThatIsNearestAsARatio(int channels, int measured) {
        assertThat(GroupCalibration.generic(channels)).isSameAs(GroupCalibration.generic(measured));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12, 19})
    void ratesAndTailsFallAndAreProbabilities(int channels) {
        GroupCalibration group = GroupCalibration.generic(channels);
        assertFalls(group.alarms());
        assertFalls(group.tail());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12, 19})
    void aRateOfOneAlarmAMonthLiesWithinTheTable(int channels) {
        float[] alarms = GroupCalibration.generic(channels).alarms();
        double everyTenSeconds = 1 / 259_200.0;
        assertThat(alarms[0]).isGreaterThan(1 / 720f);
        assertThat((double) alarms[alarms.length - 1]).isLessThan(everyTenSeconds);
    }

    @Test
    void refusesATableOfAnotherLength() {
        float[] alarms = new float[AlarmRates.LEVELS];
        float[] tail = new float[TailScore.BINS];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupCalibration(tail, tail))
                .withMessage("alarms must have 56 numbers: 80");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupCalibration(alarms, alarms))
                .withMessage("tail must have 80 numbers: 56");
    }

    private static void assertFalls(float[] values) {
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("%d", i).isGreaterThan(0).isLessThanOrEqualTo(1);
            if (i > 0) {
                assertThat(values[i]).as("%d", i).isLessThanOrEqualTo(values[i - 1]);
            }
        }
    }
}
