package io.hindsight.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Records;
import io.hindsight.schemas.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RawRecordCodecTest {
    private static final byte[][] BYTES = {null, {}, {0}, {-1, 2, -61}, new byte[100_000]};

    @Test
    void originKeyAndValueComeBackAsTheyWere() throws Exception {
        RawRecordCodec codec = new RawRecordCodec();
        DeadLetter.Fault any = new DeadLetter.Fault("", "", "", "");
        for (byte[] key : BYTES) {
            for (byte[] value : BYTES) {
                List<RawRecord> records = new ArrayList<>();
                new RawRecordDeserializer()
                        .deserialize(
                                Records.of(Long.MAX_VALUE, -1, key, value),
                                new ListCollector<>(records));
                var out = new DataOutputSerializer(64);
                codec.write(records.get(0), out);
                var in = new DataInputDeserializer(out.getCopyOfBuffer());

                assertThat(codec.read(1, in).asDeadLetter(any))
                        .isEqualTo(records.get(0).asDeadLetter(any))
                        .isEqualTo(
                                new DeadLetter(
                                        new DeadLetter.Origin(
                                                Records.TOPIC,
                                                Records.PARTITION,
                                                Long.MAX_VALUE,
                                                -1),
                                        key,
                                        value,
                                        any));
                assertThat(in.available()).isZero();
            }
        }
    }
}
