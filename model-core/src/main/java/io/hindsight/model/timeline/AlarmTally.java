package io.hindsight.model.timeline;

import io.hindsight.model.score.Allowance;
import io.hindsight.model.sensor.StepResult;

/**
 * How many alarms sensors have raised, and in how long: what a person holds against the number that
 * was agreed. A reading counts for one interval of its sensor, from the first one on that could
 * raise an alarm; only what is said at once counts, not what corrects it.
 */
public final class AlarmTally {
    private long alarms;
    private double months;

    /** Takes what is said of a slot. */
    public void add(Answer answer, int revision) {
        StepResult result = answer.result();
        boolean isJudged = answer.status() == Answer.Status.SCORED && !Float.isNaN(result.score);
        if (revision == 0 && isJudged && result.warming == 0) {
            months += result.intervalMillis / Allowance.MONTH_MILLIS;
            alarms += result.alarm ? 1 : 0;
        }
    }

    public long alarms() {
        return alarms;
    }

    /** How many months of 30 days all sensors together could raise alarms. */
    public double sensorMonths() {
        return months;
    }

    /** Alarms of a sensor in 30 days; NaN before any could be raised. */
    public double perSensorMonth() {
        return months > 0 ? alarms / months : Double.NaN;
    }
}
