package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeUnderSurfaceTest {
    @Test
    void labelsFallOffOnBothSidesOfAnEvent() {
        assertThat(VolumeUnderSurface.soft(Rows.of("...#...", new double[7]), 4))
                .containsExactly(0, Math.sqrt(0.5), Math.sqrt(0.75), 1, Math.sqrt(0.75), 0, 0);
        assertThat(VolumeUnderSurface.soft(Rows.of("#.", 0, 0), 0)).containsExactly(1, 0);
    }

    @Test
    void labelsOfNeighboursAddUpToOneAtMost() {
        assertThat(VolumeUnderSurface.soft(Rows.of("#.#", 0, 0, 0), 4)).containsExactly(1, 1, 1);
    }

    @Test
    void withoutABufferIsTheAreaWithTheEventsThatAreHit() {
        // Row 0: recall ½ · ½ at precision 1; row 1 false; row 2: recall 1 at precision ⅔, after ½.
        double expected = 0.25 * (1 + 1) / 2 + 0.75 * (2.0 / 3 + 0.5) / 2;

        assertThat(VolumeUnderSurface.area(List.of(Rows.of("#.#.", 9, 8, 7, 1)), 0))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void aBufferGivesCreditToAnEarlyRow() {
        // l = √½, 1 before and in the event; half = (1 + 1.7071)/2.
        double near = Math.sqrt(0.5);
        double half = (1 + 1 + near) / 2;
        double first = near / half;
        double expected = first * (near + 1) / 2 + (1 - first) * ((near + 1) / 2 + near) / 2;

        assertThat(VolumeUnderSurface.area(List.of(Rows.of(".#..", 9, 8, 2, 1)), 2))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void isTheMeanOverTheBuffers() {
        List<Scored> series = List.of(Rows.of(".##....#.", 1, 2, 9, 8, 0, 3, 7, 6, 5));
        double mean = 0;
        for (int buffer = 0; buffer <= 5; buffer++) {
            mean += VolumeUnderSurface.area(series, buffer) / 6;
        }
        assertThat(VolumeUnderSurface.pooled(series, 5)).isCloseTo(mean, within(1e-12));
    }
}
