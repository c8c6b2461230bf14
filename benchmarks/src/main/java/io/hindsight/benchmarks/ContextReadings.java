package io.hindsight.benchmarks;

import io.hindsight.job.decode.ReadingDeserializer;
import io.hindsight.job.decode.ReadingRules;
import io.hindsight.job.decode.Received;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Readings as the job's source makes them, slot by slot, a tenth of their values missing. Each
 * subtask has its share of the sensors, whatever numbers come to it.
 */
final class ContextReadings extends RichFlatMapFunction<Long, Received> {
    static final long INTERVAL_MILLIS = 3_600_000;

    private static final long serialVersionUID = 1L;
    private static final long START_MILLIS = 1_704_067_200_000L;

    private final int groups;

    private transient ReadingDeserializer source;
    private transient Random random;
    private transient long made;

    ContextReadings(int groups) {
        this.groups = groups;
    }

    static String group(int number) {
        return "group-" + number;
    }

    @Override
    public void open(OpenContext context) {
        source =
                new ReadingDeserializer(
                        new ReadingRules(Set.of(), Instant.EPOCH, Duration.ofDays(1)));
        random = new Random(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void flatMap(Long number, Collector<Received> out) {
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        int index = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int own = ContextTable.SENSORS / subtasks;
        int sensor = index + subtasks * (int) (made % own);
        long timeMillis = START_MILLIS + made / own * INTERVAL_MILLIS;
        double[] values = random.doubles(ContextTable.CHANNELS).toArray();
        values[random.nextInt(values.length)] = Double.NaN;
        Reading reading =
                new Reading("sensor-" + sensor, group(sensor % groups), timeMillis, values);
        made++;
        source.deserialize(record(reading), out);
    }

    private ConsumerRecord<byte[], byte[]> record(Reading reading) {
        byte[] bytes = Wires.READING.encode(reading);
        return new ConsumerRecord<>(
                "readings",
                0,
                made,
                reading.eventTimeMillis(),
                TimestampType.CREATE_TIME,
                0,
                bytes.length,
                new byte[0],
                bytes,
                new RecordHeaders(),
                Optional.empty());
    }
}
