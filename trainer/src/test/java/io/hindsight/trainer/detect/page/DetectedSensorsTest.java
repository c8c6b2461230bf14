package io.hindsight.trainer.detect.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.detect.SensorDetection;
import io.hindsight.trainer.detect.SensorRows;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectedSensorsTest {
    private static final long HOUR = 3_600_000;

    @Test
    void aPageTellsOfASensorAndItsEpisodes() throws IOException {
        LabelWindow label = new LabelWindow(1_100 * HOUR, 1_110 * HOUR);
        DetectedSeries series = DetectedSensors.series(detection(), List.of(label));

        StringBuilder page = new StringBuilder();
        DetectionPage.write(new DetectionContents("t", List.of(), List.of(series)), page);

        assertThat(series.episodes()).isNotEmpty();
        assertThat(series.labels()).containsExactly(label);
        assertThat(series.rows().count()).isEqualTo(1_200);
        assertThat(page).contains("level at well: 50", "never so high in 45 days");
    }

    @Test
    void ofTwoRowsOfATimeThePageHasOne() {
        DetectedSeries series = DetectedSensors.series(detection(), List.of());

        assertThat(series.rows().status(1_199)).isEqualTo(RowStatus.SCORED);
        assertThat(series.rows().status(0)).isEqualTo(RowStatus.WARMING);
        assertThat(series.figures().readings()).isLessThan(1_200);
        assertThat(series.figures().warmingUntilMillis()).isPresent();
    }

    private static SensorDetection detection() {
        SplittableRandom random = new SplittableRandom(3);
        SensorRows rows = new SensorRows("well", 1);
        for (int row = 0; row < 1_200; row++) {
            rows.add(row * HOUR, new double[] {row == 1_100 ? 50 : random.nextGaussian()});
        }
        rows.add(1_199 * HOUR, new double[] {0});
        return SensorDetection.of(rows, List.of("level"), 1, (row, said) -> {});
    }
}
