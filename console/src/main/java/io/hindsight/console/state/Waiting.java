package io.hindsight.console.state;

import io.hindsight.job.decode.ReadingDeserializer;
import io.hindsight.job.decode.ReadingRules;
import io.hindsight.job.decode.Received;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import io.hindsight.trainer.data.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A row as it waits in the job's state: a record of the readings topic. */
final class Waiting {
    private static final String GROUP = "group";
    private static final String TOPIC = "hindsight.readings";

    private Waiting() {}

    static List<Received> of(Row row) {
        List<Received> received = new ArrayList<>();
        new ReadingDeserializer(new ReadingRules(Set.of(), Instant.MIN, Duration.ofDays(1)))
                .deserialize(record(row), new ListCollector<>(received));
        return received;
    }

    private static ConsumerRecord<byte[], byte[]> record(Row row) {
        Reading reading = new Reading(row.sensor(), GROUP, row.timeMillis(), row.values());
        byte[] key = row.sensor().getBytes(StandardCharsets.UTF_8);
        byte[] value = Wires.READING.encode(reading);
        return new ConsumerRecord<>(
                TOPIC,
                0,
                0,
                row.timeMillis(),
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
