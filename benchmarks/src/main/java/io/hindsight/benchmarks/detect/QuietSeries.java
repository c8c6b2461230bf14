package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A series that is taken to be normal, to put events into. */
final class QuietSeries {
    private static final long BEGIN_MILLIS = 1_577_836_800_000L;

    private final String name;
    private final double[] values;
    private final Duration interval;
    private final List<EventKind> kinds;

    /**
     * @param values not copied
     * @param kinds what may be put into it
     */
    QuietSeries(String name, double[] values, Duration interval, List<EventKind> kinds) {
        this.name = name;
        this.values = values;
        this.interval = interval;
        this.kinds = List.copyOf(kinds);
    }

    /** Some of its rows. */
    QuietSeries part(int begin, int rows) {
        double[] some = Arrays.copyOfRange(values, begin, begin + rows);
        return new QuietSeries(name + "@" + begin, some, interval, kinds);
    }

    String name() {
        return name;
    }

    int rows() {
        return values.length;
    }

    /** Not a copy. */
    double[] values() {
        return values;
    }

    Duration interval() {
        return interval;
    }

    List<EventKind> kinds() {
        return kinds;
    }

    /** Made up: from 2020 on, a row each interval. */
    long[] epochMillis() {
        long[] times = new long[values.length];
        Arrays.setAll(times, i -> BEGIN_MILLIS + i * interval.toMillis());
        return times;
    }
}
