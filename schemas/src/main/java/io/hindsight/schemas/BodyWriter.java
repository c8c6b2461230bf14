package io.hindsight.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes a record's fields one after the other, behind the header. */
final class BodyWriter {

    private static final int USUAL_BYTES = 512;

    /** Collects small fields, since each write to the stream behind it takes a lock. */
    private static final EncoderFactory ENCODERS =
            new EncoderFactory().configureBufferSize(USUAL_BYTES);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final BinaryEncoder out;

    BodyWriter(byte[] header) {
        bytes.writeBytes(header);
        out = ENCODERS.binaryEncoder(bytes, null);
    }

    void writeInt(int value) throws IOException {
        out.writeInt(value);
    }

    void writeLong(long value) throws IOException {
        out.writeLong(value);
    }

    void writeFloat(float value) throws IOException {
        out.writeFloat(value);
    }

    void writeDouble(double value) throws IOException {
        out.writeDouble(value);
    }

    void writeString(String value) throws IOException {
        out.writeString(value);
    }

    void writeStringOrNull(String value) throws IOException {
        writePresence(value != null);
        if (value != null) {
            out.writeString(value);
        }
    }

    void writeWord(Word value) throws IOException {
        out.writeString(value.word());
    }

    void writeBytes(byte[] value) throws IOException {
        out.writeBytes(value);
    }

    void writeFixed(byte[] value) throws IOException {
        out.writeFixed(value);
    }

    /** Of a union of null and something: whether the something follows. */
    void writePresence(boolean present) throws IOException {
        out.writeIndex(present ? 1 : 0);
    }

    /** Null where it is NaN. */
    void writeFloatUnlessNaN(float value) throws IOException {
        writePresence(!Float.isNaN(value));
        if (!Float.isNaN(value)) {
            out.writeFloat(value);
        }
    }

    /** Null where it is NaN. */
    void writeDoubleUnlessNaN(double value) throws IOException {
        writePresence(!Double.isNaN(value));
        if (!Double.isNaN(value)) {
            out.writeDouble(value);
        }
    }

    void writeBytesOrNull(byte[] value) throws IOException {
        writePresence(value != null);
        if (value != null) {
            out.writeBytes(value);
        }
    }

    /** Opens an array; its items follow, then {@link #endArray}. */
    void startArray(int items) throws IOException {
        out.writeArrayStart();
        out.setItemCount(items);
    }

    void endArray() throws IOException {
        out.writeArrayEnd();
    }

    byte[] toBytes() throws IOException {
        out.flush();
        return bytes.toByteArray();
    }
}
