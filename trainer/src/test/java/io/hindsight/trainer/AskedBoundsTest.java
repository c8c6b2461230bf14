package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedBoundsTest {
    @Test
    void readsRangesWithOpenEndsAndTheWishForProposals() {
        AskedBounds asked = AskedBounds.parse("RAIN=0.., a=b=..5, proposed,HUM=0..100");

        assertThat(asked.proposed()).isTrue();
        assertThat(asked.ranges())
                .isEqualTo(
                        Map.of(
                                "RAIN",
                                List.of(0.0, Double.POSITIVE_INFINITY),
                                "a=b",
                                List.of(Double.NEGATIVE_INFINITY, 5.0),
                                "HUM",
                                List.of(0.0, 100.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RAIN", "RAIN=0", "RAIN=5..5", "RAIN=x..", "=0..1", "RAIN=0..1,"})
    void namesThePartThatIsNoBound(String text) {
        String part = text.endsWith(",") ? "" : text;

        assertThatThrownBy(() -> AskedBounds.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bounds must be proposed, or as CHANNEL=LOWER..UPPER with the lower below"
                                + " the upper and either left out: '"
                                + part
                                + "'");
    }

    @Test
    void refusesAChannelThatIsNotPredicted() {
        DataSet data = Recordings.waves(1, 50, 2, 0, 1);

        assertThatThrownBy(() -> AskedBounds.parse("RAIN=0..").of(data, Split.chronological(data)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "bounds must be of predicted channels, one of [channel-0, channel-1]:"
                                + " 'RAIN'");
    }
}
