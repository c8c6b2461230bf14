package io.hindsight.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class CodecSerializerTest {
    private static final CodecSerializer<Point> SERIALIZER =
            new CodecSerializer<>(new PointCodec());

    @Test
    void readsBackWhatItWrote() throws Exception {
        var in = new DataInputDeserializer(bytes(SERIALIZER, new Point(3, 4)));

        assertThat(SERIALIZER.deserialize(in)).isEqualTo(new Point(3, 4));
        assertThat(in.available()).isZero();
    }

    @Test
    void copiesBytesFromViewToView() throws Exception {
        byte[] bytes = bytes(SERIALIZER, new Point(3, 4));
        var out = new DataOutputSerializer(8);
        SERIALIZER.copy(new DataInputDeserializer(bytes), out);

        assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @Test
    void isRestoredFromItsSnapshot() throws Exception {
        TypeSerializerSnapshot<Point> read = reread(SERIALIZER.snapshotConfiguration());

        assertThat(read.restoreSerializer()).isEqualTo(SERIALIZER);
        assertThat(SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(read))
                .matches(compatibility -> compatibility.isCompatibleAsIs());
    }

    @Test
    void readsStateOfAnOlderVersionAndWritesItAnew() throws Exception {
        TypeSerializerSnapshot<Point> old = read(snapshot(PointCodec.class.getName(), 1));
        TypeSerializer<Point> before = old.restoreSerializer();
        Point point = before.deserialize(new DataInputDeserializer(new byte[] {0, 0, 0, 7}));

        assertThat(SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(old))
                .matches(compatibility -> compatibility.isCompatibleAfterMigration());
        assertThat(point).isEqualTo(new Point(7, PointCodec.Y_BEFORE_VERSION_2));
        assertThat(before).isNotEqualTo(SERIALIZER);
        assertThat(SERIALIZER.deserialize(new DataInputDeserializer(bytes(SERIALIZER, point))))
                .isEqualTo(point);
    }

    @Test
    void refusesStateOfANewerVersion() throws Exception {
        byte[] newer = snapshot(PointCodec.class.getName(), 3);

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reads state up to version 2, this state has version 3");
    }

    @Test
    void refusesStateOfACodecThatIsNotThere() throws Exception {
        for (String name : new String[] {"io.hindsight.Gone", "java.lang.String"}) {
            byte[] foreign = snapshot(name, 1);

            assertThatThrownBy(() -> read(foreign))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the state's codec must be in the job: " + name);
        }
    }

    @Test
    void refusesStateOfAnotherCodec() throws Exception {
        TypeSerializerSnapshot<?> other =
                JobTypes.RESULT.createSerializer(null).snapshotConfiguration();
        @SuppressWarnings("unchecked") // what a state whose type was changed looks like
        TypeSerializerSnapshot<Point> mistaken = (TypeSerializerSnapshot<Point>) other;

        assertThat(SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(mistaken))
                .matches(compatibility -> compatibility.isIncompatible());
    }

    @Test
    void equalsTheSerializersOfTheSameCodecAndVersion() {
        CodecSerializer<Point> same = new CodecSerializer<>(new PointCodec());

        assertThat(same).isEqualTo(SERIALIZER).hasSameHashCodeAs(SERIALIZER);
        assertThat(new CodecSerializer<>(new PointCodec(), 1)).isNotEqualTo(SERIALIZER);
        assertThat(JobTypes.RESULT.createSerializer(null))
                .isNotEqualTo(JobTypes.EPISODE.createSerializer(null));
        assertThat(new CodecTypeInfo<>(Point.class, new PointCodec()))
                .isEqualTo(new CodecTypeInfo<>(Point.class, new PointCodec()));
        assertThat((Object) JobTypes.RESULT).isNotEqualTo(JobTypes.EPISODE);
    }

    private static byte[] bytes(TypeSerializer<Point> serializer, Point point) throws IOException {
        var out = new DataOutputSerializer(8);
        serializer.serialize(point, out);
        return out.getCopyOfBuffer();
    }

    private static TypeSerializerSnapshot<Point> reread(TypeSerializerSnapshot<Point> snapshot)
            throws IOException {
        var out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return read(out.getCopyOfBuffer());
    }

    private static TypeSerializerSnapshot<Point> read(byte[] bytes) throws IOException {
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(bytes), CodecSerializerTest.class.getClassLoader());
    }

    /** What a job leaves in a savepoint whose codec had this name and version. */
    private static byte[] snapshot(String codec, int version) throws IOException {
        var out = new DataOutputSerializer(64);
        out.writeUTF("io.hindsight.job.state.CodecSerializerSnapshot");
        out.writeInt(1);
        out.writeUTF(codec);
        out.writeInt(version);
        return out.getCopyOfBuffer();
    }

    record Point(int x, int y) {}

    /** A codec that has grown: version 1 wrote x alone. */
    public static final class PointCodec implements Codec<Point> {
        private static final long serialVersionUID = 1L;
        static final int Y_BEFORE_VERSION_2 = -1;

        @Override
        public int version() {
            return 2;
        }

        @Override
        public void write(Point value, DataOutput out) throws IOException {
            out.writeInt(value.x());
            out.writeInt(value.y());
        }

        @Override
        public Point read(int version, DataInput in) throws IOException {
            return new Point(in.readInt(), version < 2 ? Y_BEFORE_VERSION_2 : in.readInt());
        }

        @Override
        public Point copy(Point value) {
            return value;
        }
    }
}
