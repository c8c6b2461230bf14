package io.hindsight.model.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextSpecTest {
    private static final double NONE = Double.NaN;

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, 0", "100, 0, 49, 0", "100, 0, 50, 100", "100, 0, -50, 0", "100, 0, -51, -100",
        "100, 30, 79, 30", "100, 30, 80, 130", "7, 2, 5, 2", "7, 2, 6, 9", "1, 0, 8, 8",
    })
    void aTimeBelongsToTheNearestSlot(long interval, long phase, long time, long slot) {
        ContextSpec spec = new ContextSpec(interval, phase, 1, 1);

        assertThat(spec.slotMillis(time)).isEqualTo(slot);
        assertThat(spec.slotMillis(spec.lastMillis(slot))).isEqualTo(slot);
        assertThat(spec.slotMillis(spec.lastMillis(slot) + 1)).isEqualTo(slot + interval);
    }

    @Test
    void widensAReadingByWhatTheOthersHave() {
        ContextSpec spec = new ContextSpec(100, 0, 1, 2);
        SlotContext slot = new SlotContext(1);
        slot.add(new double[] {3});
        slot.add(new double[] {5});

        assertThat(spec.widen(new double[] {3, 7}, new double[] {3, 7}, slot))
                .containsExactly(3, 7, 5, 1);
        assertThat(spec.widen(new double[] {3, 7}, null, slot)).containsExactly(3, 7, 4, 2);
        assertThat(spec.widen(new double[] {3, 7}, null, null)).containsExactly(3, 7, NONE, NONE);
        assertThat(spec.takes(new double[2])).isTrue();
        assertThat(spec.takes(new double[4])).isFalse();
    }

    @Test
    void theFirstReadingOfASlotIsTheOneThatCounts() {
        CountedReading counted = new CountedReading();
        double[] first = {1};
        double[] second = {2};

        assertThat(counted.of(100, first)).isSameAs(first);
        assertThat(counted.of(100, second)).isSameAs(first);
        assertThat(counted.of(200, second)).isSameAs(second);
    }

    @Test
    void aContextsChannelsComeLastAndAreAllThere() {
        List<String> sent = List.of("x", "y", "set");
        List<String> all = List.of("x", "y", "set", "x@others", "y@others", "count@others");

        assertThat(ContextChannels.sent(sent, 2)).isEqualTo(sent);
        assertThat(ContextChannels.sent(all, 2)).isEqualTo(sent);
        assertThat(ContextChannels.areAmong(sent)).isFalse();
        assertThat(ContextChannels.areAmong(all)).isTrue();
        assertThatThrownBy(() -> ContextChannels.sent(all, 1))
                .hasMessage(
                        "the channels of a context must be [x@others, count@others] and come last:"
                                + " [x, y, set, x@others, y@others, count@others]");
        assertThatThrownBy(() -> ContextChannels.sent(List.of("x", "count@others"), 1))
                .hasMessageStartingWith("the channels of a context must be [x@others, count@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 1 | 1 | a context's interval must be 1 ms or more: 0",
                "9 | 9 | 1 | 1 | context_phase_ms must be 0 to below the interval of 9: 9",
                "9 | -1 | 1 | 1 | context_phase_ms must be 0 to below the interval of 9: -1",
                "9 | 0 | 0 | 1 | predicted channels must be 1 or more: 0",
                "9 | 0 | 2 | 1 | sent channels must be 2 or more: 1",
            })
    void refusesWhatIsNoGrid(long interval, long phase, int predicted, int sent, String message) {
        assertThatThrownBy(() -> new ContextSpec(interval, phase, predicted, sent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
