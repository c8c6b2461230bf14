package io.hindsight.schemas;

import io.hindsight.schemas.UndecodableException.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Brings what another version wrote to the current schema: fields that are new get their defaults,
 * fields that are not known are left out. Avro does it, into bytes again, so that each record is
 * read in one place only; this way is rare, and its speed of no concern. Avro trusts lengths, so
 * the bytes are walked through first.
 */
final class Resolution {

    private static final int DEEPEST = 32;

    private Resolution() {}

    /** The body in the current schema, without a header. */
    static byte[] toCurrent(byte[] bytes, int offset, Schema writer, Schema current)
            throws UndecodableException {
        check(bytes, offset, writer);
        try {
            var decoder =
                    DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
            Object value = new GenericDatumReader<>(writer, current).read(null, decoder);
            var out = new ByteArrayOutputStream(bytes.length);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<>(current).write(value, encoder);
            return out.toByteArray();
        } catch (IOException | AvroRuntimeException e) {
            throw new UndecodableException("body", Rule.RESOLVABLE, String.valueOf(e.getMessage()));
        }
    }

    private static void check(byte[] bytes, int offset, Schema writer) throws UndecodableException {
        var in = new BodyReader(bytes, offset);
        try {
            walk(writer, "body", in, 0);
            in.expectEnd();
        } catch (IOException e) {
            throw Wire.explain(e, in, bytes);
        }
    }

    private static void walk(Schema schema, String name, BodyReader in, int depth)
            throws IOException {
        if (depth > DEEPEST) {
            throw in.fault(Rule.RESOLVABLE, "nested deeper than " + DEEPEST);
        }
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> in.readFixed(name, 1);
            case INT -> in.readInt(name);
            case LONG -> in.readLong(name);
            case FLOAT -> in.readFloat(name);
            case DOUBLE -> in.readDouble(name);
            case STRING -> in.readString(name);
            case BYTES -> in.readBytes(name);
            case FIXED -> in.readFixed(name, schema.getFixedSize());
            case ENUM -> in.readIndex(name, schema.getEnumSymbols().size());
            case UNION -> {
                int branch = in.readIndex(name, schema.getTypes().size());
                walk(schema.getTypes().get(branch), name, in, depth + 1);
            }
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    walk(field.schema(), field.name(), in, depth + 1);
                }
            }
            case ARRAY -> walkItems(schema.getElementType(), false, name, in, depth + 1);
            case MAP -> walkItems(schema.getValueType(), true, name, in, depth + 1);
        }
    }

    private static void walkItems(Schema item, boolean keyed, String name, BodyReader in, int depth)
            throws IOException {
        for (int items = in.readBlock(name); items != 0; items = in.readBlock(name)) {
            for (int i = 0; i < items; i++) {
                if (keyed) {
                    in.readString(name);
                }
                walk(item, name, in, depth);
            }
        }
    }
}
