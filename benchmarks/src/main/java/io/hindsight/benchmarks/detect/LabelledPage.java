package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.detect.SensorDetection;
import io.hindsight.trainer.detect.SensorRows;
import io.hindsight.trainer.detect.page.DetectedSensors;
import io.hindsight.trainer.detect.page.DetectionContents;
import io.hindsight.trainer.detect.page.DetectionPage;
import io.hindsight.trainer.detect.page.LabelWindow;
import io.hindsight.trainer.page.AlarmsText;
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
        double months = detection.scoredMonths();
        List<String> summary =
                months > 0
                        ? List.of(AlarmsText.of(detection.alarms(), "", months, alarmsPerMonth))
                        : List.of();
        DetectionPage.write(
                new DetectionContents(
                        title, summary, List.of(DetectedSensors.series(detection, labels))),
                file);
    }
}
