package io.hindsight.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Entry;
import io.hindsight.model.timeline.HeapStore;
import io.hindsight.model.timeline.KeptAnswer;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A sensor's past of which every part goes through its bytes, which must not change on the way. */
final class CheckedStore implements SensorStore {
    static final Voice DEAF =
            new Voice() {
                @Override
                public void say(Answer answer, int revision, long waitedMillis) {}

                @Override
                public void change(EpisodeChange change, long modelVersion) {}

                @Override
                public void unusable(
                        long eventTimeMillis, double[] values, Acceptance.Refused refused) {}
            };

    int checked;

    private final HeapStore store = new HeapStore();
    private final long seed;

    CheckedStore(long seed) {
        this.seed = seed;
    }

    private <T> T through(TypeInformation<T> type, T value) {
        TypeSerializer<T> serializer = type.createSerializer(null);
        try {
            byte[] bytes = bytes(serializer, value);
            T back = serializer.deserialize(new DataInputDeserializer(bytes));
            assertThat(bytes(serializer, back)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(bytes(serializer, serializer.copy(back)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
            checked++;
            return back;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    @Override
    public Entry readingEntry(long number) {
        return store.readingEntry(number);
    }

    @Override
    public void putReading(long number, Entry entry) {
        store.putReading(number, through(JobTypes.ENTRY, entry));
    }

    @Override
    public void removeReading(long number) {
        store.removeReading(number);
    }

    @Override
    public Entry missedEntry(long number) {
        return store.missedEntry(number);
    }

    @Override
    public void putMissed(long number, Entry entry) {
        store.putMissed(number, through(JobTypes.ENTRY, entry));
    }

    @Override
    public void removeMissed(long number) {
        store.removeMissed(number);
    }

    @Override
    public KeptAnswer kept(long number) {
        return store.kept(number);
    }

    @Override
    public void putKept(long number, KeptAnswer answer) {
        store.putKept(number, through(JobTypes.KEPT_ANSWER, answer));
    }

    @Override
    public void removeKept(long number) {
        store.removeKept(number);
    }

    @Override
    public SensorState snapshot(long number) {
        return store.snapshot(number);
    }

    @Override
    public void putSnapshot(long number, SensorState state) {
        store.putSnapshot(number, through(JobTypes.SENSOR_STATE, state));
    }

    @Override
    public void removeSnapshot(long number) {
        store.removeSnapshot(number);
    }

    @Override
    public void clear() {
        store.clear();
    }
}
