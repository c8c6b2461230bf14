package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {
    @Test
    void boundsWhatCouldNotBeTrainedAndNamesAllOfItAtOnce() {
        assertThatThrownBy(
                        () ->
                                TrainingOptions.builder()
                                        .hiddenSize(1_025)
                                        .epochs(60_000_000)
                                        .teacherEpochs(100_001)
                                        .backwardSize(1_025)
                                        .reviserEpochs(-1)
                                        .updatesPerEpoch(0)
                                        .threads(40_000)
                                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "hiddenSize must be 1 to 1024: 1025; epochs must be 0 to 100000: 60000000;"
                                + " teacherEpochs must be 0 to 100000: 100001;"
                                + " backwardSize must be 0 to 1024: 1025;"
                                + " reviserEpochs must be 0 to 100000: -1;"
                                + " updatesPerEpoch must be 1 to 100000: 0;"
                                + " threads must be 1 to 1024: 40000");
    }

    @Test
    void boundsTheUpdatesOfAllEpochsTogether() {
        assertThatThrownBy(
                        () ->
                                TrainingOptions.builder()
                                        .epochs(100_000)
                                        .updatesPerEpoch(100_000)
                                        .build())
                .hasMessage(
                        "epochs times updatesPerEpoch must be at most 2147483647: 100000 times"
                                + " 100000");
    }

    @Test
    void takesTheLargestThatAreAllowed() {
        TrainingOptions largest =
                TrainingOptions.builder()
                        .hiddenSize(1_024)
                        .backwardSize(1_024)
                        .epochs(100_000)
                        .threads(1_024)
                        .season(Duration.ofDays(36_525))
                        .build();

        assertThat(largest.threads()).isEqualTo(1_024);
    }

    @Test
    void aSeasonAndPeriodsAreAtMostACentury() {
        Duration eternity = Duration.ofDays(200_000_000_000L);

        assertThatThrownBy(
                        () ->
                                TrainingOptions.builder()
                                        .season(eternity)
                                        .periods(List.of(eternity))
                                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "season must be zero to PT876600H: PT4800000000000H; periods must be at"
                                + " most PT876600H: PT4800000000000H");
    }
}
