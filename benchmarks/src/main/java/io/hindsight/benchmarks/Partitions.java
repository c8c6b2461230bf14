package io.hindsight.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** How many partitions serve given sensors: a partition without one would hold event time back. */
final class Partitions {
    private static final int MOST = 4;

    private Partitions() {}

    /** The most, up to {@value #MOST}, of which each gets a sensor. */
    static int of(List<String> sensors) {
        return IntStream.iterate(MOST, count -> count > 1, count -> count - 1)
                .filter(count -> used(sensors, count) == count)
                .findFirst()
                .orElse(1);
    }

    private static long used(List<String> sensors, int count) {
        return sensors.stream().mapToInt(sensor -> of(sensor, count)).distinct().count();
    }

    /** The one that a producer sends a sensor's readings to. */
    static int of(String sensor, int count) {
        return BuiltInPartitioner.partitionForKey(sensor.getBytes(StandardCharsets.UTF_8), count);
    }
}
