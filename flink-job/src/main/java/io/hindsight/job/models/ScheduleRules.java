package io.hindsight.job.models;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
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
        requireAtMost("orders", orders.size());
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

    static void check(ModelTimes decided, Map<Integer, Long> times) throws RefusedReleaseException {
        requireAtMost("times", decided.times().size());
        int last = 0;
        for (Time time : decided.times()) {
            last = rising("times.number", time.number(), last);
            Long before = times.get(time.number());
            if (before != null && before != time.fromMillis()) {
                throw new RefusedReleaseException(
                        "times.fromMillis",
                        "must be what was decided for order " + time.number() + ", " + before,
                        Long.toString(time.fromMillis()));
            }
        }
    }

    private static void requireAtMost(String field, int size) throws RefusedReleaseException {
        if (size > ModelSchedule.MOST_ORDERS) {
            throw new RefusedReleaseException(
                    field, "must be at most " + ModelSchedule.MOST_ORDERS, Integer.toString(size));
        }
    }

    private static int rising(String field, int number, int last) throws RefusedReleaseException {
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
