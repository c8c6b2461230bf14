package io.hindsight.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of the {@link RateTable}.
 *
 * @param backend where Flink keeps the state
 * @param slots readings of each sensor
 */
record RateCase(Backend backend, int sensors, int slots) {

    /** Flink's state backends by their settings' names. */
    enum Backend {
        HASHMAP("heap"),
        ROCKSDB("RocksDB");

        private final String label;

        Backend(String label) {
            this.label = label;
        }

        String setting() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }
    }

    long readings() {
        return (long) sensors * slots;
    }

    /** Whether words name it: a state backend, a number of sensors, or both. */
    boolean isNamed(String... words) {
        return Set.of(backend.setting(), Integer.toString(sensors)).containsAll(List.of(words));
    }

    /** The same of more slots. */
    RateCase longer(int times) {
        return new RateCase(backend, sensors, times * slots);
    }
}
