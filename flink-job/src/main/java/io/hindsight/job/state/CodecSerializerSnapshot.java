package io.hindsight.job.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint says of a {@link CodecSerializer}: the codec's class and the version it wrote.
 */
public final class CodecSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int SNAPSHOT_VERSION = 1;

    private Codec<T> codec;
    private int version;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public CodecSerializerSnapshot() {}

    CodecSerializerSnapshot(Codec<T> codec, int version) {
        this.codec = codec;
        this.version = version;
    }

    @Override
    public int getCurrentVersion() {
        return SNAPSHOT_VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(codec.getClass().getName());
        out.writeInt(version);
    }

    @Override
    public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader classLoader)
            throws IOException {
        String name = in.readUTF();
        version = in.readInt();
        try {
            @SuppressWarnings("unchecked") // the bytes that follow prove it or do not read
            Codec<T> found =
                    (Codec<T>)
                            Class.forName(name, true, classLoader)
                                    .asSubclass(Codec.class)
                                    .getDeclaredConstructor()
                                    .newInstance();
            codec = found;
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IOException("the state's codec must be in the job: " + name, e);
        }
        if (version > codec.version()) {
            throw new IOException(
                    name
                            + " reads state up to version "
                            + codec.version()
                            + ", this state has version "
                            + version);
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new CodecSerializer<>(codec, version);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> old) {
        if (!(old instanceof CodecSerializerSnapshot<T> before)
                || before.codec.getClass() != codec.getClass()
                || before.version > version) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return before.version == version
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }
}
