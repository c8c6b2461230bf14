package io.hindsight.trainer.data;

/** Where a recording says which sensor a row is of. */
public sealed interface SensorSource {

    /** A column of sensor ids. */
    record Column(String name) implements SensorSource {}

    /** All rows are of one sensor. */
    record One(String id) implements SensorSource {
        public One {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a sensor id must not be empty");
            }
        }
    }

    /** Each file is of one sensor, and is named after it. */
    record FileName() implements SensorSource {}
}
