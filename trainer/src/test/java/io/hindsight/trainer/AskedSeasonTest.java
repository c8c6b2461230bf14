package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedSeasonTest {
    private static final DataSet HOURLY = Recordings.waves(2, 100, 1, 0, 3);
    private static final Split SPLIT = Split.chronological(HOURLY);

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT2H", "PT24H", "PT25H30M", "PT70H"})
    void takesNoneAndWhatTheTrainingPartCanHave(String season) {
        assertThatCode(() -> AskedSeason.check(Duration.parse(season), HOURLY, SPLIT))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.0001S", "PT1S", "PT1H59M", "PT70H1S", "PT2400H"})
    void refusesLessThanTwoSlotsAndMoreThanTheTrainingPart(String season) {
        assertThatThrownBy(() -> AskedSeason.check(Duration.parse(season), HOURLY, SPLIT))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the season must be at least two slots, PT2H, and at most the training"
                                + " part, PT70H: "
                                + Duration.parse(season));
    }

    @Test
    void aTrainingPartEndsWithTheData() {
        Split late = new Split(Long.MAX_VALUE - 1, Long.MAX_VALUE);

        assertThatThrownBy(() -> AskedSeason.check(Duration.ofHours(101), HOURLY, late))
                .hasMessageContaining("PT100H");
    }
}
