package io.hindsight.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.timeline.HeapNumbered;
import io.hindsight.model.timeline.Numbered;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A part of a sensor's past of which every value goes through its bytes, which must not change on
 * the way.
 */
final class CheckedNumbered<T> implements Numbered<T> {
    int checked;

    private final HeapNumbered<T> values = new HeapNumbered<>();
    private final TypeSerializer<T> serializer;
    private final long seed;

    CheckedNumbered(TypeInformation<T> type, long seed) {
        this.serializer = type.createSerializer(null);
        this.seed = seed;
    }

    @Override
    public T get(long number) {
        return values.get(number);
    }

    @Override
    public void put(long number, T value) {
        try {
            byte[] bytes = bytes(value);
            T back = serializer.deserialize(new DataInputDeserializer(bytes));
            assertThat(bytes(back)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(bytes(serializer.copy(back))).as("seed %d", seed).isEqualTo(bytes);
            checked++;
            values.put(number, back);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    @Override
    public void remove(long number) {
        values.remove(number);
    }

    @Override
    public void clear() {
        values.clear();
    }
}
