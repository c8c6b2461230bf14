package io.hindsight.job.state;

import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStateCodec;
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
    public static final TypeInformation<PastInput> PAST_INPUT =
            new CodecTypeInfo<>(PastInput.class, new PastInputCodec());

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
            return SensorStateCodec.copy(value);
        }
    }

    /** One place of a sensor's ring of inputs: event time, count, values. */
    public static final class PastInputCodec implements Codec<PastInput> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(PastInput value, DataOutput out) throws IOException {
            out.writeLong(value.eventTimeMillis());
            out.writeShort(value.values().length);
            for (double channel : value.values()) {
                out.writeDouble(channel);
            }
        }

        @Override
        public PastInput read(int version, DataInput in) throws IOException {
            long eventTimeMillis = in.readLong();
            double[] values = new double[in.readUnsignedShort()];
            for (int d = 0; d < values.length; d++) {
                values[d] = in.readDouble();
            }
            return new PastInput(eventTimeMillis, values);
        }

        @Override
        public PastInput copy(PastInput value) {
            return value;
        }
    }
}
