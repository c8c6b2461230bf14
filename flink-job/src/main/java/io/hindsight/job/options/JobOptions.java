package io.hindsight.job.options;

import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.WithoutModel;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All that the job is told. {@link JobOption} says what each means and what it is when it is not
 * given; {@link JobOptionsParser} makes one of these from a command line.
 */
public record JobOptions(
        String bootstrap,
        String readingsTopic,
        String resultsTopic,
        String shadowTopic,
        String episodesTopic,
        String deadLettersTopic,
        String modelsTopic,
        String consumerGroup,
        Set<String> groups,
        AlarmRules alarms,
        Instant earliestTime,
        Duration furthestAhead,
        Duration outOfOrderness,
        boolean onArrival,
        Duration repairBound,
        Duration forgetAfter,
        WithoutModel withoutModel,
        boolean context,
        Duration quietAfter,
        Duration idleness,
        Duration checkpointInterval,
        Duration transactionTimeout,
        String transactionPrefix,
        List<PublicKey> trustedKeys) {

    public JobOptions {
        groups = Set.copyOf(groups);
        trustedKeys = List.copyOf(trustedKeys);
    }
}
