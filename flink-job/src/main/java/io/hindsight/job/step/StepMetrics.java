package io.hindsight.job.step;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the keyed step counts. */
final class StepMetrics {
    private final Counter scored;
    private final Counter waiting;
    private final Counter missing;
    private final Counter imputed;
    private final Counter revised;
    private final Counter withdrawn;
    private final Counter duplicates;
    private final Counter repaired;
    private final Counter late;
    private final Counter refused;
    private final Counter alarms;
    private final Counter silences;
    private final Counter lost;
    private final Counter forgotten;

    StepMetrics(MetricGroup group) {
        scored = group.counter("scored");
        waiting = group.counter("waiting");
        missing = group.counter("missing");
        imputed = group.counter("imputed");
        revised = group.counter("revised");
        withdrawn = group.counter("withdrawn");
        duplicates = group.counter("duplicates");
        repaired = group.counter("repaired");
        late = group.counter("late");
        refused = group.counter("deadLetters");
        alarms = group.counter("alarms");
        silences = group.counter("silences");
        lost = group.counter("lost");
        forgotten = group.counter("forgotten");
    }

    void said(Answer answer, int revision) {
        if (answer.status() == Answer.Status.WITHDRAWN) {
            withdrawn.inc();
            return;
        }
        if (revision > 0) {
            revised.inc();
            return;
        }
        switch (answer.status()) {
            case WAITING -> waiting.inc();
            case SCORED -> scored.inc();
            case MISSING, LOST -> missing.inc();
            case WITHDRAWN -> throw new IllegalStateException("told above");
        }
        for (float value : answer.result().imputed) {
            if (!Float.isNaN(value)) {
                imputed.inc();
            }
        }
    }

    void changed(EpisodeChange change) {
        if (change.kind() == EpisodeChange.Kind.SURPRISE
                && change.phase() == EpisodeChange.Phase.OPEN) {
            alarms.inc();
        }
        if (change.kind() == EpisodeChange.Kind.SILENCE) {
            switch (change.phase()) {
                case OPEN -> silences.inc();
                case LOST -> lost.inc();
                case CLOSED, NEW_NORMAL, WITHDRAWN -> {}
            }
        }
    }

    void accepted(Acceptance acceptance) {
        if (acceptance instanceof Acceptance.Repaired) {
            repaired.inc();
        } else if (acceptance instanceof Acceptance.Duplicate) {
            duplicates.inc();
        }
    }

    void duplicate() {
        duplicates.inc();
    }

    void refused(Acceptance.Reason reason) {
        refused.inc();
        if (reason == Acceptance.Reason.LATE) {
            late.inc();
        }
    }

    void forgotten() {
        forgotten.inc();
    }
}
