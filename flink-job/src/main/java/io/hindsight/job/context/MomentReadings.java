package io.hindsight.job.context;

import java.util.ArrayList;
import java.util.List;

/** A shard's readings of one event time, in the order in which they came. */
final class MomentReadings {
    private final List<Entry> entries;

    MomentReadings() {
        this(new ArrayList<>());
    }

    MomentReadings(List<Entry> entries) {
        this.entries = entries;
    }

    /** A reading that waits. */
    static final class Entry {
        private final long sensor;
        private final double[] values;

        /**
         * @param sensor its {@link Shards#sensor}
         */
        Entry(long sensor, double[] values) {
            this.sensor = sensor;
            this.values = values;
        }

        long sensor() {
            return sensor;
        }

        double[] values() {
            return values;
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries;
    }
}
