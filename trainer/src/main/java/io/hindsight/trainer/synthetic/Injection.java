package io.hindsight.trainer.synthetic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Puts events into a series in which nothing happens. Each has a stretch of the series to itself
 * and lies somewhere in it, apart from its neighbours. An event that would change next to nothing,
 * as frozen values of a machine that is off, is tried at other places, and left out if none does.
 */
public final class Injection {
    /** Of its stretch, an event takes no more. */
    private static final double MOST_OF_STRETCH = 0.6;

    /** A change is one if its root mean square is such a share of the deviation before it. */
    private static final double LEAST_CHANGE = 0.02;

    private static final int TRIES = 10;

    private final double rowsPerDay;
    private final double strength;

    /**
     * @param strength 1 is what a person sees without searching; half of it is hard to see
     */
    public Injection(Duration interval, double strength) {
        if (interval.toMillis() < 1 || !(strength > 0)) {
            throw new IllegalArgumentException(
                    "interval and strength must be positive: %s, %s".formatted(interval, strength));
        }
        this.rowsPerDay = (double) Duration.ofDays(1).toMillis() / interval.toMillis();
        this.strength = strength;
    }

    /**
     * A copy of the series with an event of each kind given, in their order.
     *
     * @param firstRow events begin here or later; at least 1
     */
    public Injected into(
            double[] normal, List<EventKind> kinds, int firstRow, SplittableRandom random) {
        if (firstRow < 1 || firstRow >= normal.length) {
            throw new IllegalArgumentException(
                    "firstRow must be 1 to %d: %d".formatted(normal.length - 1, firstRow));
        }
        double[] values = normal.clone();
        List<InjectedEvent> events = new ArrayList<>();
        EventShape shape = new EventShape(normal, rowsPerDay, strength, random);
        double stretch = (double) (normal.length - firstRow) / Math.max(kinds.size(), 1);
        for (int k = 0; k < kinds.size(); k++) {
            int begin = firstRow + (int) (k * stretch);
            put(kinds.get(k), begin, (int) stretch, shape, values, random).ifPresent(events::add);
        }
        return new Injected(values, events);
    }

    private Optional<InjectedEvent> put(
            EventKind kind,
            int from,
            int stretch,
            EventShape shape,
            double[] values,
            SplittableRandom random) {
        int most = Math.min(kind.mostRows(rowsPerDay), (int) (MOST_OF_STRETCH * stretch));
        int least = Math.min(kind.leastRows(rowsPerDay), most);
        if (most < 1) {
            return Optional.empty();
        }
        for (int k = 0; k < TRIES; k++) {
            int rows = random.nextInt(least, most + 1);
            int room = stretch - rows;
            int begin = from + random.nextInt(room / 4, room / 2 + 1);
            double[] event = shape.values(kind, begin, begin + rows);
            if (changes(values, begin, event)) {
                System.arraycopy(event, 0, values, begin, rows);
                return Optional.of(new InjectedEvent(kind, begin, begin + rows));
            }
        }
        return Optional.empty();
    }

    private static boolean changes(double[] values, int begin, double[] event) {
        double squares = 0;
        for (int k = 0; k < event.length; k++) {
            double change = event[k] - values[begin + k];
            squares += Double.isNaN(change) ? 0 : change * change;
        }
        double deviation = LocalScale.before(values, begin).deviation();
        return Math.sqrt(squares / event.length) > LEAST_CHANGE * deviation;
    }

    /** All kinds in a drawn order, as often as needed for so many. */
    public static List<EventKind> drawn(List<EventKind> kinds, int count, SplittableRandom random) {
        List<EventKind> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            EventKind[] order = kinds.toArray(EventKind[]::new);
            for (int k = order.length - 1; k > 0; k--) {
                int other = random.nextInt(k + 1);
                EventKind held = order[k];
                order[k] = order[other];
                order[other] = held;
            }
            drawn.addAll(Arrays.asList(order));
        }
        return drawn.subList(0, count);
    }
}
