package io.hindsight.job.step;

import io.hindsight.model.sensor.AlarmRules;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the keyed step is told; the job's options says what each means.
 *
 * @param onArrival whether readings are taken when they arrive, not when the watermark passes them
 */
public record StepOptions(
        AlarmRules alarms, boolean onArrival, Duration repairBound, Duration forgetAfter)
        implements Serializable {}
