package io.hindsight.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The little JSON that is read here: objects, lists and texts; whole numbers in a bundle's header,
 * and decimal ones, too, in a document that people write.
 */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build();

    private Json() {}

    /** The text of maps, lists, texts, {@code Long}s and {@code Double}s. */
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * An object in which numbers are whole: {@code Long}s.
     *
     * @throws IOException if the text is none
     */
    public static Map<String, Object> readObject(String text) throws IOException {
        return object(read(text, false));
    }

    /**
     * An object in which numbers may be decimal: {@code Long}s where they are whole, else {@code
     * Double}s.
     *
     * @throws IOException if the text is none
     */
    public static Map<String, Object> readDocument(String text) throws IOException {
        return object(read(text, true));
    }

    private static Map<String, Object> object(Object document) throws IOException {
        if (document instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put((String) key, value));
            return object;
        }
        throw new IOException("not an object");
    }

    /**
     * A list in which numbers are whole: {@code Long}s.
     *
     * @throws IOException if the text is none
     */
    public static List<?> readList(String text) throws IOException {
        if (read(text, false) instanceof List<?> list) {
            return list;
        }
        throw new IOException("not a list");
    }

    private static Object read(String text, boolean decimals) throws IOException {
        try (JsonParser in = FACTORY.createParser(text)) {
            in.nextToken();
            Object value = read(in, decimals);
            if (in.nextToken() != null) {
                throw new JsonParseException(in, "more text after the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    private static Object read(JsonParser in, boolean decimals) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                object.put(name, read(in, decimals));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(in, decimals));
            }
            return list;
        }
        if (token == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        if (decimals && token == JsonToken.VALUE_NUMBER_FLOAT) {
            return in.getDoubleValue();
        }
        String numbers = decimals ? "numbers: " : "whole numbers: ";
        throw new JsonParseException(in, "only objects, lists, texts and " + numbers + token);
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else {
            out.writeString((String) value);
        }
    }
}
