package io.hindsight.job.decode;

import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wires;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One {@link Received} for each record of the readings topic, whatever its bytes. */
public final class ReadingDeserializer implements KafkaRecordDeserializationSchema<Received> {
    private static final long serialVersionUID = 1L;

    private final ReadingRules rules;

    public ReadingDeserializer(ReadingRules rules) {
        this.rules = rules;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Received> out) {
        out.collect(receive(RawRecord.of(record)));
    }

    Received receive(RawRecord record) {
        try {
            Reading reading = Wires.READING.decode(record.value());
            return rules.check(reading, record.origin().timestampMillis())
                    .map(fault -> Received.faulty(record, fault))
                    .orElseGet(() -> Received.usable(record, reading));
        } catch (UndecodableException e) {
            return Received.faulty(record, DeadLetter.Fault.undecodable(e));
        }
    }

    @Override
    public TypeInformation<Received> getProducedType() {
        return ReceivedCodec.TYPE;
    }
}
