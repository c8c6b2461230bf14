package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSchedule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a publisher asks for.
 *
 * @param version the version to release, from 1; empty for the one after the group's newest
 * @param activation the event time from which the model acts; empty for at once
 */
public record ReleaseOrder(String group, OptionalLong version, Optional<Instant> activation) {
    public ReleaseOrder {
        if (group.isBlank()) {
            throw new IllegalArgumentException("group must be named");
        }
        if (version.isPresent() && version.getAsLong() < 1) {
            throw new IllegalArgumentException(
                    "version must be 1 or more: version=" + version.getAsLong());
        }
    }

    /** The next version of a group, acting at once. */
    public static ReleaseOrder next(String group) {
        return new ReleaseOrder(group, OptionalLong.empty(), Optional.empty());
    }

    /** The same, acting from an event time on. */
    public ReleaseOrder from(Instant eventTime) {
        return new ReleaseOrder(group, version, Optional.of(eventTime));
    }

    long fromMillis() {
        return activation.map(Instant::toEpochMilli).orElse(ModelSchedule.Order.AT_ONCE);
    }
}
