package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From what a person wants of a group's models to the order that says it, or to why it cannot be
 * meant. What acts is judged by all orders that stand, whether their time has come or not.
 */
public final class OrderPlans {
    private final GroupRecords records;
    private final long fromMillis;
    private final String when;

    /**
     * @param from event time from which the order is asked to act; empty for at once
     */
    public OrderPlans(GroupRecords records, Optional<Instant> from) {
        from.ifPresent(OrderPlans::requireEventTime);
        this.records = records;
        this.fromMillis = from.map(Instant::toEpochMilli).orElse(Order.AT_ONCE);
        this.when = from.map(time -> "from " + time + " on").orElse("at once");
    }

    static void requireEventTime(Instant time) {
        if (time.toEpochMilli() <= 0) {
            throw new IllegalArgumentException("the time must be after 1970: " + time);
        }
    }

    public OrderPlan activate(long version) {
        requireThere(version);
        String now = activations(orders()).isEmpty() ? "" : ", in the place of " + active();
        return plan(
                Kind.ACTIVATE,
                version,
                "version %d of %s will be active %s%s"
                        .formatted(version, records.group(), when, now));
    }

    public OrderPlan shadow(long version) {
        requireThere(version);
        if (Optional.of(version).equals(last(activations(orders())))) {
            throw new IllegalArgumentException(
                    "version %d of %s is the active one and has nothing to be compared with"
                            .formatted(version, records.group()));
        }
        return plan(
                Kind.SHADOW,
                version,
                "version %d of %s will run as a shadow beside %s %s"
                        .formatted(version, records.group(), active(), when));
    }

    public OrderPlan noShadow() {
        long shadow =
                orders().stream()
                        .filter(order -> order.kind() == Kind.SHADOW)
                        .reduce((a, b) -> b)
                        .map(Order::version)
                        .orElse(Order.NO_VERSION);
        if (shadow == Order.NO_VERSION) {
            throw new IllegalArgumentException(records.group() + " has no shadow");
        }
        return plan(
                Kind.SHADOW,
                Order.NO_VERSION,
                "%s will have no shadow any more %s; it has had version %d"
                        .formatted(records.group(), when, shadow));
    }

    /** Back to the version that was active before the last one. */
    public OrderPlan rollback() {
        List<Long> activations = activations(orders());
        Optional<Long> now = last(activations);
        Optional<Long> before =
                last(activations.stream().filter(each -> !now.equals(Optional.of(each))).toList());
        if (before.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no version to go back to: %s"
                            .formatted(
                                    records.group(),
                                    now.isEmpty()
                                            ? "none is active"
                                            : "version " + now.get() + " is the first"));
        }
        return plan(
                Kind.ACTIVATE,
                before.get(),
                "%s will go back from version %d to version %d %s"
                        .formatted(records.group(), now.get(), before.get(), when));
    }

    public OrderPlan withdraw(long version) {
        requireThere(version);
        List<Order> orders = orders();
        if (orders.stream()
                .noneMatch(order -> stands(order, orders) && order.version() == version)) {
            throw new IllegalArgumentException(
                    "version %d of %s does not act, so there is nothing to withdraw"
                            .formatted(version, records.group()));
        }
        Optional<Long> left =
                last(activations(orders).stream().filter(each -> each != version).toList());
        return plan(
                Kind.WITHDRAW,
                version,
                "version %d of %s will act no more %s; %s"
                        .formatted(
                                version,
                                records.group(),
                                when,
                                left.map(each -> "version " + each + " will be the active one")
                                        .orElse("none will be active, and readings will wait")));
    }

    private OrderPlan plan(Kind kind, long version, String sentence) {
        return new OrderPlan(kind, version, fromMillis, sentence);
    }

    private void requireThere(long version) {
        if (!records.releases().containsKey(version)) {
            throw new IllegalArgumentException(
                    "%s has no version %d: %s"
                            .formatted(
                                    records.group(),
                                    version,
                                    records.releases().isEmpty()
                                            ? "none is published"
                                            : "published are " + records.releases().keySet()));
        }
    }

    private List<Order> orders() {
        return records.schedule().map(ModelSchedule::orders).orElse(List.of());
    }

    private String active() {
        return last(activations(orders())).map(each -> "version " + each).orElse("none");
    }

    /** The versions that were activated and not withdrawn since, the last one last. */
    private static List<Long> activations(List<Order> orders) {
        return orders.stream()
                .filter(order -> order.kind() == Kind.ACTIVATE && stands(order, orders))
                .map(Order::version)
                .toList();
    }

    private static boolean stands(Order order, List<Order> orders) {
        return order.kind() != Kind.WITHDRAW
                && orders.stream()
                        .noneMatch(
                                later ->
                                        later.kind() == Kind.WITHDRAW
                                                && later.version() == order.version()
                                                && later.number() > order.number());
    }

    private static Optional<Long> last(List<Long> versions) {
        return versions.stream().reduce((a, b) -> b);
    }
}
