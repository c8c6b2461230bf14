package io.hindsight.schemas;

import io.hindsight.schemas.UndecodableException.Rule;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.apache.avro.Schema;

/**
 * How values of one kind stand on the wire: Avro's single-object encoding. Two bytes C3 01, eight
 * bytes with the CRC-64-AVRO fingerprint of the writer's schema (little-endian), then the fields.
 * The fingerprint lets old and new writers share a topic: what has the current schema is read field
 * by field, what has another known one is first brought to the current one.
 *
 * <p>A wire never changes and any number of threads may use it.
 */
public final class Wire<T> {

    private static final int MARKER_BYTES = 2;
    private static final int HEADER_BYTES = 10;
    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = (byte) 0x01;

    private final SchemaStore schemas;
    private final Form<T> form;
    private final long fingerprint;
    private final byte[] header;

    Wire(String record, int currentVersion, Form<T> form) {
        this(SchemaStore.of(record, currentVersion), form);
    }

    private Wire(SchemaStore schemas, Form<T> form) {
        this.schemas = schemas;
        this.form = form;
        this.fingerprint = SchemaStore.fingerprint(schemas.current());
        this.header =
                ByteBuffer.allocate(HEADER_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(MARKER_0)
                        .put(MARKER_1)
                        .putLong(fingerprint)
                        .array();
    }

    /**
     * A wire that also reads what was written with the given schema, a newer version's for example.
     *
     * @throws IllegalArgumentException if not all that it can write has a place in the current
     *     schema
     */
    public Wire<T> knowing(Schema writer) {
        return new Wire<>(schemas.with(writer), form);
    }

    /** The schema that {@link #encode} writes. */
    public Schema schema() {
        return schemas.current();
    }

    /** The CRC-64-AVRO fingerprint of {@link #schema()}. */
    public long fingerprint() {
        return fingerprint;
    }

    /** The value's bytes, always in the current schema. */
    public byte[] encode(T value) {
        try {
            var out = new BodyWriter(header);
            form.write(value, out);
            return out.toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /**
     * The value that the bytes hold. Null, a record without a value, is no value either.
     *
     * @throws UndecodableException if they hold none; nothing else is thrown, whatever the bytes
     */
    public T decode(byte[] bytes) throws UndecodableException {
        long writer = readFingerprint(bytes);
        if (writer == fingerprint) {
            return readBody(bytes, HEADER_BYTES);
        }
        Schema schema = schemas.find(writer);
        if (schema == null) {
            String found = HexFormat.of().toHexDigits(writer);
            throw new UndecodableException("header", Rule.KNOWN_SCHEMA, found);
        }
        return readBody(Resolution.toCurrent(bytes, HEADER_BYTES, schema, schemas.current()), 0);
    }

    /** Whether the header names a schema of this record; whether the rest fits is not asked. */
    boolean isNamedBy(byte[] bytes) {
        try {
            return schemas.find(readFingerprint(bytes)) != null;
        } catch (UndecodableException e) {
            return false;
        }
    }

    private static long readFingerprint(byte[] bytes) throws UndecodableException {
        if (bytes == null || bytes.length < HEADER_BYTES) {
            String found = bytes == null ? "null" : bytes.length + " bytes";
            throw new UndecodableException("header", Rule.HEADER_LENGTH, found);
        }
        if (bytes[0] != MARKER_0 || bytes[1] != MARKER_1) {
            String found = HexFormat.of().formatHex(bytes, 0, MARKER_BYTES);
            throw new UndecodableException("header", Rule.MARKER, found);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER_BYTES);
    }

    private T readBody(byte[] bytes, int offset) throws UndecodableException {
        var in = new BodyReader(bytes, offset);
        try {
            T value = form.read(in);
            in.expectEnd();
            return value;
        } catch (IOException e) {
            throw explain(e, in, bytes);
        }
    }

    /** What was wrong when reading stopped. */
    static UndecodableException explain(IOException e, BodyReader in, byte[] bytes) {
        if (e instanceof UndecodableException known) {
            return known;
        }
        return e instanceof EOFException
                ? in.fault(Rule.COMPLETE, "end after " + bytes.length + " bytes")
                : in.fault(Rule.NUMBER, e.getMessage());
    }
}
