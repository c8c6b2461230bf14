package io.hindsight.job.state;

import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStateCodec;
import io.hindsight.model.timeline.Entry;
import io.hindsight.model.timeline.EntryCodec;
import io.hindsight.model.timeline.KeptAnswer;
import io.hindsight.model.timeline.KeptAnswerCodec;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorLifeCodec;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wire;
import io.hindsight.schemas.Wires;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Flink's type of everything that the job keeps or sends from operator to operator. The names of
 * the codecs' classes stand in savepoints: they are never changed.
 */
public final class JobTypes {
    public static final TypeInformation<Result> RESULT =
            new CodecTypeInfo<>(Result.class, new ResultCodec());
    public static final TypeInformation<Episode> EPISODE =
            new CodecTypeInfo<>(Episode.class, new EpisodeCodec());
    public static final TypeInformation<DeadLetter> DEAD_LETTER =
            new CodecTypeInfo<>(DeadLetter.class, new DeadLetterCodec());
    public static final TypeInformation<ModelRecord> MODEL_RECORD =
            new CodecTypeInfo<>(ModelRecord.class, new ModelReleaseCodec());
    public static final TypeInformation<SensorState> SENSOR_STATE =
            new CodecTypeInfo<>(SensorState.class, new StateCodec());
    public static final TypeInformation<SensorLife> SENSOR_LIFE =
            new CodecTypeInfo<>(SensorLife.class, new LifeCodec());
    public static final TypeInformation<Entry> ENTRY =
            new CodecTypeInfo<>(Entry.class, new JournalEntryCodec());
    public static final TypeInformation<KeptAnswer> KEPT_ANSWER =
            new CodecTypeInfo<>(KeptAnswer.class, new GapSlotCodec());

    private JobTypes() {}

    /** A record of a topic, as its length and the bytes that stand on the topic. */
    abstract static class WireCodec<T> implements Codec<T> {
        private static final long serialVersionUID = 1L;

        abstract Wire<T> wire();

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(T value, DataOutput out) throws IOException {
            byte[] bytes = wire().encode(value);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public T read(int version, DataInput in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            try {
                return wire().decode(bytes);
            } catch (UndecodableException e) {
                throw new IOException("own bytes must decode", e);
            }
        }

        @Override
        public T copy(T value) {
            return value;
        }
    }

    /** Results between operators. */
    public static final class ResultCodec extends WireCodec<Result> {
        private static final long serialVersionUID = 1L;

        @Override
        Wire<Result> wire() {
            return Wires.RESULT;
        }
    }

    /** Episodes between operators. */
    public static final class EpisodeCodec extends WireCodec<Episode> {
        private static final long serialVersionUID = 1L;

        @Override
        Wire<Episode> wire() {
            return Wires.EPISODE;
        }
    }

    /** Dead letters between operators. */
    public static final class DeadLetterCodec extends WireCodec<DeadLetter> {
        private static final long serialVersionUID = 1L;

        @Override
        Wire<DeadLetter> wire() {
            return Wires.DEAD_LETTER;
        }
    }

    /**
     * All that stands on the models topic, between operators and in the broadcast state. The name
     * is older than the other kinds of record, and stands in savepoints.
     */
    public static final class ModelReleaseCodec implements Codec<ModelRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(ModelRecord value, DataOutput out) throws IOException {
            byte[] bytes = value.encode();
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public ModelRecord read(int version, DataInput in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            try {
                return ModelRecord.decode(bytes);
            } catch (UndecodableException e) {
                throw new IOException("own bytes must decode", e);
            }
        }

        @Override
        public ModelRecord copy(ModelRecord value) {
            return value;
        }
    }

    /** A sensor's one state value; the layout is model-core's. */
    public static final class StateCodec implements Codec<SensorState> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return SensorStateCodec.VERSION;
        }

        @Override
        public void write(SensorState value, DataOutput out) throws IOException {
            SensorStateCodec.write(value, out);
        }

        @Override
        public SensorState read(int version, DataInput in) throws IOException {
            return SensorStateCodec.read(in);
        }

        @Override
        public SensorState copy(SensorState value) {
            return value.copy();
        }
    }

    /** The value of a sensor that each slot touches. */
    public static final class LifeCodec implements Codec<SensorLife> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return SensorLifeCodec.VERSION;
        }

        @Override
        public void write(SensorLife value, DataOutput out) throws IOException {
            SensorLifeCodec.write(value, out);
        }

        @Override
        public SensorLife read(int version, DataInput in) throws IOException {
            return SensorLifeCodec.read(version, in);
        }

        @Override
        public SensorLife copy(SensorLife value) {
            return value.copy();
        }
    }

    /** A slot of a sensor's journal. */
    public static final class JournalEntryCodec implements Codec<Entry> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return EntryCodec.VERSION;
        }

        @Override
        public void write(Entry value, DataOutput out) throws IOException {
            EntryCodec.write(value, out);
        }

        @Override
        public Entry read(int version, DataInput in) throws IOException {
            return EntryCodec.read(in);
        }

        @Override
        public Entry copy(Entry value) {
            return value;
        }
    }

    /** A slot that is kept because of a gap. */
    public static final class GapSlotCodec implements Codec<KeptAnswer> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return KeptAnswerCodec.VERSION;
        }

        @Override
        public void write(KeptAnswer value, DataOutput out) throws IOException {
            KeptAnswerCodec.write(value, out);
        }

        @Override
        public KeptAnswer read(int version, DataInput in) throws IOException {
            return KeptAnswerCodec.read(version, in);
        }

        @Override
        public KeptAnswer copy(KeptAnswer value) {
            return value;
        }
    }
}
