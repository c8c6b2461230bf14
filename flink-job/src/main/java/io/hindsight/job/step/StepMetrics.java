package io.hindsight.job.step;

import io.hindsight.model.sensor.StepResult;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the keyed step counts. */
final class StepMetrics {
    private final Counter scored;
    private final Counter waiting;
    private final Counter refused;
    private final Counter imputed;

    StepMetrics(MetricGroup group) {
        scored = group.counter("scored");
        waiting = group.counter("waiting");
        refused = group.counter("deadLetters");
        imputed = group.counter("imputed");
    }

    void scored(StepResult result) {
        scored.inc();
        for (float value : result.imputed) {
            if (!Float.isNaN(value)) {
                imputed.inc();
            }
        }
    }

    void waiting() {
        waiting.inc();
    }

    void refused() {
        refused.inc();
    }
}
