package io.hindsight.benchmarks;

import io.hindsight.job.decode.ReadingDeserializer;
import io.hindsight.job.decode.ReadingRules;
import io.hindsight.job.decode.Received;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Readings as the job's source makes them: hourly, slot by slot, a tenth of the values holes. One
 * in a hundred is sent an hour late, before its sensor's next one, when the watermark has passed
 * it.
 */
final class RateReadings extends RichFlatMapFunction<Long, Received> {
    static final String GROUP = "rate";
    static final int CHANNELS = 7;
    static final long INTERVAL_MILLIS = AnchorBenchmark.HOUR;

    private static final long serialVersionUID = 1L;
    private static final long START_MILLIS = 1_704_067_200_000L;
    private static final long SEED = 7;
    private static final double HOLES = 0.1;
    private static final double LATE = 0.01;
    private static final double NOISE = 0.3;

    private final int sensors;
    private final int slots;

    private transient ReadingDeserializer source;

    RateReadings(RateCase which) {
        this.sensors = which.sensors();
        this.slots = which.slots();
    }

    @Override
    public void open(OpenContext context) {
        source =
                new ReadingDeserializer(
                        new ReadingRules(Set.of(), Instant.EPOCH, Duration.ofDays(1)));
    }

    @Override
    public void flatMap(Long number, Collector<Received> out) {
        if (isLate(number - sensors)) {
            send(number - sensors, out);
        }
        if (!isLate(number)) {
            send(number, out);
        }
    }

    /** Never the first reading of a sensor, nor its last. */
    private boolean isLate(long number) {
        long slot = Math.floorDiv(number, (long) sensors);
        return slot > 0 && slot < slots - 1 && random(number).nextDouble() < LATE;
    }

    private static SplittableRandom random(long number) {
        return new SplittableRandom(SEED + number);
    }

    private void send(long number, Collector<Received> out) {
        SplittableRandom random = random(number);
        double lateness = random.nextDouble();
        long slot = number / sensors;
        double wave = Math.sin(2 * Math.PI * slot / AnchorBenchmark.BINS) + lateness * NOISE;
        double[] values = new double[CHANNELS];
        for (int d = 0; d < CHANNELS; d++) {
            boolean hole = random.nextDouble() < HOLES;
            values[d] = hole ? Double.NaN : wave + NOISE * random.nextGaussian();
        }
        Reading reading =
                new Reading(
                        "sensor-" + number % sensors,
                        GROUP,
                        START_MILLIS + slot * INTERVAL_MILLIS,
                        values);
        source.deserialize(record(number, reading), out);
    }

    private static ConsumerRecord<byte[], byte[]> record(long number, Reading reading) {
        byte[] bytes = Wires.READING.encode(reading);
        return new ConsumerRecord<>(
                "readings",
                0,
                number,
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
