package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a publisher asks for.
 *
 * @param version the version to release, from 1; empty for the one after the group's newest
 * @param kind what the release is ordered to do; empty for a release without an order
 * @param activation the event time from which it does so; empty for at once
 * @param key signs the release; empty where nobody does
 */
public record ReleaseOrder(
        String group,
        OptionalLong version,
        Optional<Kind> kind,
        Optional<Instant> activation,
        Optional<PrivateKey> key) {
    public ReleaseOrder {
        if (group.isBlank()) {
            throw new IllegalArgumentException("group must be named");
        }
        if (version.isPresent() && version.getAsLong() < 1) {
            throw new IllegalArgumentException(
                    "version must be 1 or more: version=" + version.getAsLong());
        }
        activation.ifPresent(OrderPlans::requireEventTime);
    }

    /** The next version of a group, acting at once. */
    public static ReleaseOrder next(String group) {
        return new ReleaseOrder(
                group,
                OptionalLong.empty(),
                Optional.of(Kind.ACTIVATE),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, acting from an event time on. */
    public ReleaseOrder from(Instant eventTime) {
        return new ReleaseOrder(group, version, kind, Optional.of(eventTime), key);
    }

    long fromMillis() {
        return activation.map(Instant::toEpochMilli).orElse(ModelSchedule.Order.AT_ONCE);
    }
}
