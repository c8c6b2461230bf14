package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionsTest {
    @Test
    void eachPartitionGetsASensor() {
        for (int sensors = 1; sensors <= 30; sensors++) {
            List<String> names = IntStream.range(0, sensors).mapToObj(k -> "s" + k).toList();
            int count = Partitions.of(names);
            assertThat(names.stream().map(name -> Partitions.of(name, count)).distinct())
                    .hasSize(count);
            assertThat(count).isBetween(1, Math.min(4, sensors));
        }
    }

    @Test
    void manySensorsFillFourAndOneFillsOne() {
        assertThat(Partitions.of(List.of("a"))).isEqualTo(1);
        assertThat(Partitions.of(IntStream.range(0, 30).mapToObj(k -> "s" + k).toList()))
                .isEqualTo(4);
    }
}
