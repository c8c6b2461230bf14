package io.hindsight.trainer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void placesValuesAlsoUpwards() {
        assertThat(new Scale(0, 10, 200, 100).at(2.5)).isEqualTo(175);
    }

    @Test
    void ticksAreRoundAndWithin() {
        Scale scale = new Scale(-0.13, 0.52, 0, 1);

        double[] ticks = scale.ticks(5);

        assertThat(Arrays.stream(ticks).mapToObj(tick -> Scale.label(tick, ticks)))
                .containsExactly("-0.1", "0.0", "0.1", "0.2", "0.3", "0.4", "0.5");
        double[] large = new Scale(998, 1031, 0, 1).ticks(4);
        assertThat(Scale.label(large[0], large)).isEqualTo("1,000");
    }

    @Test
    void valuesOfOneSpotGetRoom() {
        Scale scale = new Scale(7, 7, 0, 10);

        assertThat(scale.at(7)).isEqualTo(5);
        assertThat(scale.ticks(4)).isNotEmpty();
        assertThat(new Scale(0, 0, 0, 10).at(0)).isEqualTo(5);
    }

    @Test
    void timesAreRoundInUtc() {
        Scale scale = new Scale(at("2024-03-01T19:10:00Z"), at("2024-03-02T15:00:00Z"), 0, 1);

        long[] ticks = scale.timeTicks(5);

        assertThat(Arrays.stream(ticks).mapToObj(tick -> Scale.timeLabel(tick, ticks)))
                .containsExactly("2 Mar", "06:00", "12:00");
    }

    private static double at(String time) {
        return (double) Instant.parse(time).toEpochMilli();
    }
}
