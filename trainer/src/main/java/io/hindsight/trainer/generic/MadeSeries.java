package io.hindsight.trainer.generic;

import io.hindsight.trainer.synthetic.InjectedEvent;
import java.time.Duration;
import java.util.List;

/** A series that was made up, and where something was put into it. */
final class MadeSeries {
    private static final long BEGIN_MILLIS = 1_577_836_800_000L;

    private final double[] values;
    private final Duration interval;
    private final List<InjectedEvent> events;

    /**
     * @param values not copied
     */
    MadeSeries(double[] values, Duration interval, List<InjectedEvent> events) {
        this.values = values;
        this.interval = interval;
        this.events = List.copyOf(events);
    }

    int rows() {
        return values.length;
    }

    double value(int row) {
        return values[row];
    }

    long epochMillis(int row) {
        return BEGIN_MILLIS + row * interval.toMillis();
    }

    List<InjectedEvent> events() {
        return events;
    }
}
