package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final long SEED = 29;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 100, 257})
    void whatExceedsItIsLargerThanAllOfIt(int readings) {
        Random random = new Random(SEED);
        Stretch stretch = new Stretch(readings);
        float[] strengths = new float[3_000];
        // Blocks are whole readings, and the one that has begun comes on top.
        int longest = 11 * ((readings + 9) / 10);
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = random.nextInt(200) + 1;
            boolean exceeds = stretch.exceeds(strengths[i]);
            String what = "reading %d of a stretch of %d, seed %d".formatted(i, readings, SEED);
            if (strengths[i] <= largestBefore(strengths, i, readings)) {
                assertThat(exceeds).as(what).isFalse();
            }
            if (strengths[i] > largestBefore(strengths, i, longest)) {
                assertThat(exceeds).as(what).isTrue();
            }
        }
    }

    @Test
    void nothingIsNoMoreThanNothing() {
        Stretch stretch = new Stretch(5);
        assertThat(stretch.exceeds(0)).isFalse();
        assertThat(stretch.exceeds(Float.MIN_VALUE)).isTrue();
    }

    private static float largestBefore(float[] strengths, int at, int readings) {
        float largest = 0;
        for (int i = Math.max(0, at - readings); i < at; i++) {
            largest = Math.max(largest, strengths[i]);
        }
        return largest;
    }
}
