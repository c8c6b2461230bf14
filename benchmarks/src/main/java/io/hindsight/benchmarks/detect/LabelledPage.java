package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.detect.SensorDetection;
import io.hindsight.trainer.detect.SensorRows;
import io.hindsight.trainer.detect.page.DetectedSensors;
import io.hindsight.trainer.detect.page.DetectionContents;
import io.hindsight.trainer.detect.page.DetectionPage;
import io.hindsight.trainer.detect.page.LabelWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the product's detector says of one series, as a page that shows the labels beside it. */
public final class LabelledPage {
    private LabelledPage() {}

    /**
     * @param channels their names
     */
    public static void write(
            String title,
            SensorRows rows,
            List<String> channels,
            double alarmsPerMonth,
            List<LabelWindow> labels,
            Path file)
            throws IOException {
        SensorDetection detection =
                SensorDetection.of(rows, channels, alarmsPerMonth, (row, said) -> {});
        DetectionPage.write(
                new DetectionContents(
                        title, List.of(), List.of(DetectedSensors.series(detection, labels))),
                file);
    }
}
