package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.sensor.Order.Kind;
import io.hindsight.model.suppress.Suppressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models of one sensor group, by version, the orders that say which of them acts, and what is
 * ignored of what they say. What acts is decided by event time alone, so that a recording gives the
 * same results however fast it is played.
 *
 * <p>A version that is withdrawn acts no more on readings from the withdrawal's time on, whatever
 * had activated it before; an order given after the withdrawal brings it back. Never changes; the
 * models in it serve one thread.
 */
public final class Models {
    private static final Models NONE = new Models(List.of(), List.of());

    private final Map<Long, Model> byVersion = new HashMap<>();

    /** The last given first. */
    private final List<Order> orders;

    private final boolean hasShadows;
    private final Suppressions suppressions;

    /**
     * @param models of two of one version the last one counts
     * @param orders those that are decided, with distinct numbers, in any order
     */
    public Models(Collection<Model> models, Collection<Order> orders) {
        this(models, orders, Suppressions.NONE);
    }

    private Models(Collection<Model> models, Collection<Order> orders, Suppressions suppressions) {
        this.suppressions = suppressions;
        models.forEach(model -> byVersion.put(model.version(), model));
        this.orders =
                orders.stream().sorted(Comparator.comparingInt(Order::number).reversed()).toList();
        this.hasShadows = orders.stream().anyMatch(order -> order.kind() == Kind.SHADOW);
    }

    /** A group without models. */
    public static Models none() {
        return NONE;
    }

    /** One model, version 1, active from the beginning. */
    public static Models of(Bundle bundle) {
        return NONE.then(Order.FROM_THE_BEGINNING, new Model(1, bundle));
    }

    /** These and one model more, ordered to be active from an event time on. */
    public Models then(long fromMillis, Model model) {
        List<Model> models = new ArrayList<>(byVersion.values());
        models.add(model);
        List<Order> more = new ArrayList<>(orders);
        more.add(new Order(lastOrder() + 1, Kind.ACTIVATE, model.version(), fromMillis));
        return new Models(models, more, suppressions);
    }

    /** The same models, and what is ignored of what they say. */
    public Models with(Suppressions other) {
        return new Models(byVersion.values(), orders, other);
    }

    /** What is ignored of what the models say. */
    public Suppressions suppressions() {
        return suppressions;
    }

    /** The model of a version, if it is kept. */
    public Optional<Model> ofVersion(long version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /**
     * The model that answers at a time: that of the last order to activate one which is neither
     * withdrawn since nor gone.
     */
    public Optional<Model> activeAt(long eventTimeMillis) {
        for (Order order : orders) {
            if (order.kind() == Kind.ACTIVATE && holds(order, eventTimeMillis)) {
                Model model = byVersion.get(order.version());
                if (model != null) {
                    return Optional.of(model);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The model that runs beside the active one at a time: that of the last order for a shadow,
     * unless it is withdrawn since, gone, or the active one itself.
     */
    public Optional<Model> shadowAt(long eventTimeMillis) {
        for (Order order : orders) {
            if (order.kind() == Kind.SHADOW && order.actsAt(eventTimeMillis)) {
                return holds(order, eventTimeMillis)
                        ? ofVersion(order.version())
                                .filter(model -> activeAt(eventTimeMillis).orElse(null) != model)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The contexts that those ask for which act at a time, the one that answers and its shadow. */
    public Set<ContextSpec> contextsAt(long eventTimeMillis) {
        Set<ContextSpec> contexts = new LinkedHashSet<>();
        activeAt(eventTimeMillis).flatMap(Model::context).ifPresent(contexts::add);
        if (hasShadows) {
            shadowAt(eventTimeMillis).flatMap(Model::context).ifPresent(contexts::add);
        }
        return contexts;
    }

    /** Whether a shadow was ever ordered. */
    public boolean hasShadows() {
        return hasShadows;
    }

    /** The highest number of an order that is decided; 0 for none. */
    public int lastOrder() {
        return orders.isEmpty() ? 0 : orders.get(0).number();
    }

    /**
     * The earliest event time from which an order acts that was given after this one; the largest
     * long for none. What was said of readings from then on may be another model's to say.
     */
    public long changedFrom(int order) {
        long earliest = Long.MAX_VALUE;
        for (Order later : orders) {
            if (later.number() > order) {
                earliest = Math.min(earliest, later.fromMillis());
            }
        }
        return earliest;
    }

    /** Whether an order acts at a time and its version was not withdrawn after it was given. */
    private boolean holds(Order order, long eventTimeMillis) {
        if (!order.actsAt(eventTimeMillis)) {
            return false;
        }
        for (Order later : orders) {
            if (later.number() < order.number()) {
                break;
            }
            if (later.kind() == Kind.WITHDRAW
                    && later.version() == order.version()
                    && later.actsAt(eventTimeMillis)) {
                return false;
            }
        }
        return true;
    }
}
