package io.hindsight.it;

import io.hindsight.trainer.data.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the job is started.
 *
 * @param name of the run; its topics and transactions bear it
 * @param backend {@code hashmap} or {@code rocksdb}
 * @param partitions of the topic of readings
 * @param options of the job, in the place of {@link StartedJob}'s own or beside them
 * @param savepoint that it goes on from
 * @param sent rows that stand on its topic before it is started
 */
record Run(
        String name,
        String backend,
        int parallelism,
        int partitions,
        Map<String, String> options,
        Optional<Path> savepoint,
        List<Row> sent) {

    static Run of(String name, String backend, int parallelism) {
        int partitions = Math.max(2, parallelism);
        return new Run(
                name, backend, parallelism, partitions, Map.of(), Optional.empty(), List.of());
    }

    Run with(Map<String, String> other) {
        return new Run(name, backend, parallelism, partitions, other, savepoint, sent);
    }

    Run on(int otherPartitions) {
        return new Run(name, backend, parallelism, otherPartitions, options, savepoint, sent);
    }

    /** Goes on from a savepoint, on a broker to which has been sent what was sent before it. */
    Run from(Path other, List<Row> before) {
        return new Run(name, backend, parallelism, partitions, options, Optional.of(other), before);
    }
}
