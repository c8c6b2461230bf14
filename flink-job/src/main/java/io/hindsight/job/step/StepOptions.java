package io.hindsight.job.step;

import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.WithoutModel;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the keyed step is told; the job's options says what each means.
 *
 * @param onArrival whether readings are taken when they arrive, not when the watermark passes them
 * @param withoutModel what becomes of readings whose group has no model
 */
public record StepOptions(
        AlarmRules alarms,
        boolean onArrival,
        Duration repairBound,
        Duration forgetAfter,
        WithoutModel withoutModel)
        implements Serializable {

    /** Readings wait for their group's first model. */
    public StepOptions(
            AlarmRules alarms, boolean onArrival, Duration repairBound, Duration forgetAfter) {
        this(alarms, onArrival, repairBound, forgetAfter, WithoutModel.WAIT);
    }
}
