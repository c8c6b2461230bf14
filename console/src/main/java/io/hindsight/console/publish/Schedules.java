package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A group's schedule with one order more. */
final class Schedules {
    /** Orders to activate a version that are never left out: the last one and its way back. */
    private static final int ACTIVATIONS_THAT_MATTER = 2;

    private Schedules() {}

    /** Adds an order under the next number. What was ordered before stays as it was. */
    static ModelSchedule with(
            GroupRecords records, Kind kind, long version, long fromMillis, long nowMillis) {
        List<Order> orders =
                new ArrayList<>(records.schedule().map(ModelSchedule::orders).orElse(List.of()));
        int last = orders.isEmpty() ? 0 : orders.get(orders.size() - 1).number();
        orders.add(new Order(last + 1, kind, version, fromMillis));
        while (orders.size() > ModelSchedule.MOST_ORDERS) {
            orders.remove(oldestThatNoLongerMatters(orders));
        }
        return new ModelSchedule(records.group(), orders, nowMillis);
    }

    private static int oldestThatNoLongerMatters(List<Order> orders) {
        return IntStream.range(0, orders.size())
                .filter(place -> !matters(orders, place))
                .findFirst()
                .orElse(0);
    }

    private static boolean matters(List<Order> orders, int place) {
        Order order = orders.get(place);
        List<Order> later = orders.subList(place + 1, orders.size());
        return switch (order.kind()) {
            case ACTIVATE ->
                    later.stream().filter(each -> each.kind() == Kind.ACTIVATE).count()
                            < ACTIVATIONS_THAT_MATTER;
            case SHADOW -> later.stream().noneMatch(each -> each.kind() == Kind.SHADOW);
            case WITHDRAW ->
                    later.stream().noneMatch(each -> withdraws(each, order.version()))
                            && orders.subList(0, place).stream()
                                    .anyMatch(each -> each.version() == order.version());
        };
    }

    private static boolean withdraws(Order order, long version) {
        return order.kind() == Kind.WITHDRAW && order.version() == version;
    }
}
