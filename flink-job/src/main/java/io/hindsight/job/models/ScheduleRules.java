package io.hindsight.job.models;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.ModelTimes.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether a schedule, or the times of one, may follow what is known. */
final class ScheduleRules {
    private ScheduleRules() {}

    /**
     * @param before the schedule that it takes the place of
     * @param times what was decided, by number
     */
    static void check(
            ModelSchedule schedule, Optional<ModelSchedule> before, Map<Integer, Long> times)
            throws RefusedReleaseException {
        List<Order> orders = schedule.orders();
        requireAtMost("orders", orders.size(), ModelSchedule.MOST_ORDERS);
        int last = 0;
        for (Order order : orders) {
            last = rising("orders.number", order.number(), last);
            requireVersion(order);
        }
        for (Order order : before.map(ModelSchedule::orders).orElse(List.of())) {
            if (times.containsKey(order.number())) {
                requireSame(order, orders);
            }
        }
    }

    /**
     * @param times what was decided for orders, by number
     * @param suppressions what was decided for what is suppressed, by version
     */
    static void check(ModelTimes decided, Map<Integer, Long> times, Map<Integer, Long> suppressions)
            throws RefusedReleaseException {
        requireAtMost("times", decided.times().size(), ModelSchedule.MOST_ORDERS);
        requireAtMost(
                "suppressions", decided.suppressions().size(), ModelSuppression.MOST_EDITIONS);
        check("times", "order", decided.times(), times);
        check("suppressions", "version", decided.suppressions(), suppressions);
    }

    private static void check(
            String field, String what, List<Time> decided, Map<Integer, Long> times)
            throws RefusedReleaseException {
        int last = 0;
        for (Time time : decided) {
            last = rising(field + ".number", time.number(), last);
            Long before = times.get(time.number());
            if (before != null && before != time.fromMillis()) {
                throw new RefusedReleaseException(
                        field + ".fromMillis",
                        "must be what was decided for "
                                + what
                                + " "
                                + time.number()
                                + ", "
                                + before,
                        Long.toString(time.fromMillis()));
            }
        }
    }

    static void requireAtMost(String field, int size, int most) throws RefusedReleaseException {
        if (size > most) {
            throw new RefusedReleaseException(
                    field, "must be at most " + most, Integer.toString(size));
        }
    }

    static int rising(String field, int number, int last) throws RefusedReleaseException {
        if (number <= last) {
            throw new RefusedReleaseException(
                    field, "must be above " + last, Integer.toString(number));
        }
        return number;
    }

    private static void requireVersion(Order order) throws RefusedReleaseException {
        long least = order.kind() == Kind.SHADOW ? Order.NO_VERSION : 1;
        if (order.version() < least) {
            throw new RefusedReleaseException(
                    "orders.version",
                    "must be " + least + " or more with " + order.kind().word(),
                    Long.toString(order.version()));
        }
    }

    /** Only a full schedule leaves orders out; those that no longer matter are its writer's. */
    private static void requireSame(Order decided, List<Order> orders)
            throws RefusedReleaseException {
        Optional<Order> now =
                orders.stream().filter(each -> each.number() == decided.number()).findFirst();
        boolean leftOut = now.isEmpty() && orders.size() == ModelSchedule.MOST_ORDERS;
        if (!leftOut && !now.equals(Optional.of(decided))) {
            throw new RefusedReleaseException(
                    "orders",
                    "must keep what was decided, " + decided,
                    now.map(Order::toString).orElse("no order " + decided.number()));
        }
    }
}
