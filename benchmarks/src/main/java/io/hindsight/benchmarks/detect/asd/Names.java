package io.hindsight.benchmarks.detect.asd;

import java.util.List;
import java.util.stream.IntStream;

/** Names of channels that have none. */
final class Names {
    private Names() {}

    static List<String> of(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(j -> prefix + j).toList();
    }
}
