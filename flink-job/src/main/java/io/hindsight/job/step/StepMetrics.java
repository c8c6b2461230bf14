package io.hindsight.job.step;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.AlarmTally;
import io.hindsight.model.timeline.Answer;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What the keyed step counts. Of each sensor group that has a model it measures how many alarms a
 * sensor raises in a month, beside those that it may: where the two are far apart for months, the
 * group's data are not what was taken to be normal.
 */
final class StepMetrics {
    static final String GROUP = "sensorGroup";
    static final String MEASURED = "alarmsPerSensorMonth";
    static final String AGREED = "alarmsAgreedPerSensorMonth";
    static final String MONTHS = "sensorMonths";

    private final MetricGroup metrics;
    private final double alarmsAgreed;
    private final Map<String, AlarmTally> tallies = new HashMap<>();
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

    /**
     * @param alarmsAgreed that a sensor may raise in a month
     */
    StepMetrics(MetricGroup group, double alarmsAgreed) {
        this.metrics = group;
        this.alarmsAgreed = alarmsAgreed;
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

    void said(String sensorGroup, Answer answer, int revision) {
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
            case SCORED -> {
                scored.inc();
                tallies.computeIfAbsent(sensorGroup, this::newTally).add(answer, revision);
            }
            case MISSING, LOST -> missing.inc();
            case WITHDRAWN -> throw new IllegalStateException("told above");
        }
        for (float value : answer.result().imputed) {
            if (!Float.isNaN(value)) {
                imputed.inc();
            }
        }
    }

    private AlarmTally newTally(String sensorGroup) {
        AlarmTally tally = new AlarmTally();
        MetricGroup ofGroup = metrics.addGroup(GROUP, sensorGroup);
        ofGroup.gauge(MEASURED, tally::perSensorMonth);
        ofGroup.gauge(MONTHS, tally::sensorMonths);
        ofGroup.gauge(AGREED, () -> alarmsAgreed);
        return tally;
    }

    void changed(EpisodeChange change) {
        boolean isSurprise = change.episode().isSurprise();
        switch (change.phase()) {
            case OPEN -> (isSurprise ? alarms : silences).inc();
            case LOST -> lost.inc();
            case UPDATE, CLOSED, NEW_NORMAL, WITHDRAWN -> {}
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
