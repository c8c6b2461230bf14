package io.hindsight.trainer.detect.page;

import java.util.List;

/**
 * All that the page tells.
 *
 * @param summary sentences on what was found, the most important one first
 */
public record DetectionContents(String title, List<String> summary, List<DetectedSeries> series) {
    /** Copies the lists. */
    public DetectionContents {
        summary = List.copyOf(summary);
        series = List.copyOf(series);
    }
}
