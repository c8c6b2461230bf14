package io.hindsight.schemas;

import io.hindsight.schemas.UndecodableException.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads a record's fields one after the other. Every length and count is held against the bytes
 * that are left before anything is allocated, since Avro's own reading of text and bytes would
 * first allocate what the length says. An end of the bytes shows as an EOFException, an overlong
 * number as another IOException; {@link #field()} then says where.
 */
final class BodyReader {

    private static final byte[] EMPTY = new byte[0];

    private final BinaryDecoder in;
    private String field = "body";

    BodyReader(byte[] bytes, int offset) {
        in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    }

    /** The field that was read last. */
    String field() {
        return field;
    }

    UndecodableException fault(Rule rule, Object found) {
        return new UndecodableException(field, rule, String.valueOf(found));
    }

    int readInt(String name) throws IOException {
        field = name;
        return in.readInt();
    }

    long readLong(String name) throws IOException {
        field = name;
        return in.readLong();
    }

    float readFloat(String name) throws IOException {
        field = name;
        return in.readFloat();
    }

    double readDouble(String name) throws IOException {
        field = name;
        return in.readDouble();
    }

    /** Of a union of null and something: whether the something follows. */
    boolean readPresence(String name) throws IOException {
        return readIndex(name, 2) == 1;
    }

    int readIndex(String name, int choices) throws IOException {
        int index = readInt(name);
        if (index < 0 || index >= choices) {
            throw fault(Rule.BRANCH, index);
        }
        return index;
    }

    /** NaN where it is null. */
    float readFloatOrNaN(String name) throws IOException {
        return readPresence(name) ? in.readFloat() : Float.NaN;
    }

    /** NaN where it is null. */
    double readDoubleOrNaN(String name) throws IOException {
        return readPresence(name) ? in.readDouble() : Double.NaN;
    }

    byte[] readBytesOrNull(String name) throws IOException {
        return readPresence(name) ? readBytes(name) : null;
    }

    byte[] readBytes(String name) throws IOException {
        long length = readLong(name);
        if (length < 0 || length > in.remainingBytes()) {
            throw fault(Rule.LENGTH, length);
        }
        return readFixed(name, (int) length);
    }

    byte[] readFixed(String name, int length) throws IOException {
        field = name;
        if (length == 0) {
            return EMPTY;
        }
        byte[] bytes = new byte[length];
        in.readFixed(bytes, 0, length);
        return bytes;
    }

    String readString(String name) throws IOException {
        byte[] utf8 = readBytes(name);
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            // Either it was sent so, or it stands for bytes that are no text.
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            } catch (CharacterCodingException e) {
                throw fault(Rule.UTF_8, text);
            }
        }
        return text;
    }

    String readStringOrNull(String name) throws IOException {
        return readPresence(name) ? readString(name) : null;
    }

    <W extends Word> W readWord(String name, W[] words) throws IOException {
        String found = readString(name);
        for (W word : words) {
            if (word.word().equals(found)) {
                return word;
            }
        }
        throw fault(Rule.KNOWN_WORD, found);
    }

    /** Items in the next block of an array; 0 ends it. An item is taken to need a byte. */
    int readBlock(String name) throws IOException {
        long items = readLong(name);
        if (items < 0) {
            items = -items;
            long unusedSizeInBytes = in.readLong();
        }
        if (items < 0 || items > in.remainingBytes()) {
            throw fault(Rule.LENGTH, items);
        }
        return (int) items;
    }

    void expectEnd() throws IOException {
        if (!in.isEnd()) {
            field = "body";
            throw fault(Rule.NO_TRAILING_BYTES, in.remainingBytes() + " bytes");
        }
    }
}
