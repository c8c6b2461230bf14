package io.hindsight.job.models;

import io.hindsight.schemas.ModelSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * How many versions of a group are kept: all that an order of its schedule names, since each may
 * act on a reading that is still to come, and the newest of those that wait for an order. Who
 * decides and who steps keep the same ones, as both go by this rule.
 */
final class KeptVersions {
    /** Versions that are kept though no order names them. */
    static final int MOST_UNNAMED = 8;

    private KeptVersions() {}

    /** The versions that go, the oldest first. */
    static List<Long> leaving(SortedSet<Long> versions, Optional<ModelSchedule> schedule) {
        Set<Long> named =
                schedule.stream()
                        .flatMap(each -> each.orders().stream())
                        .map(ModelSchedule.Order::version)
                        .collect(Collectors.toSet());
        List<Long> unnamed = new ArrayList<>(versions);
        unnamed.removeAll(named);
        return unnamed.subList(0, Math.max(0, unnamed.size() - MOST_UNNAMED));
    }
}
