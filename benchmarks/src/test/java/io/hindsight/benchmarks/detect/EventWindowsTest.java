package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWindowsTest {
    @Test
    void aLabelledRunHasRoomBeforeAndBehind() {
        assertThat(EventWindows.ofLabels(labels(200, 100, 110)))
                .containsExactly(new RowWindow(95, 160));
    }

    @Test
    void aWindowEndsWithTheSeries() {
        assertThat(EventWindows.ofLabels(labels(200, 0, 3))).containsExactly(new RowWindow(0, 53));
        assertThat(EventWindows.ofLabels(labels(200, 190, 200)))
                .containsExactly(new RowWindow(185, 200));
    }

    @Test
    void labelledRunsCloseToEachOtherAreOne() {
        assertThat(EventWindows.ofLabels(labels(300, 100, 110, 150, 152)))
                .containsExactly(new RowWindow(95, 202));
    }

    @Test
    void eventsCloseToEachOtherStayTwo() {
        List<RowWindow> runs = List.of(new RowWindow(100, 110), new RowWindow(150, 152));

        assertThat(EventWindows.ofRuns(runs, 300))
                .containsExactly(new RowWindow(95, 150), new RowWindow(150, 202));
    }

    private static boolean[] labels(int rows, int... bounds) {
        boolean[] labels = new boolean[rows];
        for (int k = 0; k < bounds.length; k += 2) {
            Arrays.fill(labels, bounds[k], bounds[k + 1], true);
        }
        return labels;
    }
}
