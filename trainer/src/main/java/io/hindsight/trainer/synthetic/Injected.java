package io.hindsight.trainer.synthetic;

import java.util.List;

/** A series with events in it. */
public final class Injected {
    private final double[] values;
    private final List<InjectedEvent> events;

    /**
     * @param values not copied
     * @param events in the order of rows, none over another
     */
    Injected(double[] values, List<InjectedEvent> events) {
        this.values = values;
        this.events = List.copyOf(events);
    }

    /** Not a copy. */
    public double[] values() {
        return values;
    }

    public List<InjectedEvent> events() {
        return events;
    }
}
