package io.hindsight.job.step;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the keyed step is told; the job's options says what each means.
 *
 * @param onArrival whether readings are taken when they arrive, not when the watermark passes them
 */
public record StepOptions(
        float alarmScore,
        int alarmQuietReadings,
        int silenceSlots,
        boolean onArrival,
        Duration repairBound,
        Duration forgetAfter)
        implements Serializable {}
