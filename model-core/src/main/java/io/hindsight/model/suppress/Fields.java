package io.hindsight.model.suppress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one object of a file, each asked for by name; what nobody asks for is a fault. */
final class Fields {
    private static final int MOST_CHARACTERS = 200;

    private final String path;
    private final Map<?, ?> fields;
    private final Set<Object> left;

    /**
     * @param path of the object, in front of its fields' names
     */
    Fields(String path, Map<?, ?> fields) {
        this.path = path;
        this.fields = fields;
        this.left = new LinkedHashSet<>(fields.keySet());
    }

    /** A name: not empty, and short enough to stand in every result. */
    String name(String field) throws SuppressionFileException {
        Object value = given(field);
        if (!(value instanceof String text) || text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw fault(field, "must be a text of 1 to " + MOST_CHARACTERS + " characters", value);
        }
        return text;
    }

    Optional<String> nameIfAny(String field) throws SuppressionFileException {
        return fields.containsKey(field) ? Optional.of(name(field)) : Optional.empty();
    }

    double positive(String field) throws SuppressionFileException {
        Object value = given(field);
        double number = value instanceof Number any ? any.doubleValue() : Double.NaN;
        if (!(number > 0) || Double.isInfinite(number)) {
            throw fault(field, "must be a positive number", value);
        }
        return number;
    }

    long timeMillis(String field) throws SuppressionFileException {
        Object value = given(field);
        try {
            Instant time = Instant.parse((String) value);
            if (Instant.ofEpochMilli(time.toEpochMilli()).equals(time)) {
                return time.toEpochMilli();
            }
        } catch (ClassCastException | DateTimeException | ArithmeticException e) {
            throw fault(field, "must be a time like 2026-06-01T00:00:00Z", value);
        }
        throw fault(field, "must be a time in whole milliseconds", value);
    }

    Object given(String field) throws SuppressionFileException {
        left.remove(field);
        if (!fields.containsKey(field)) {
            throw fault(field, "must be given", "nothing");
        }
        return fields.get(field);
    }

    void expectNoMore() throws SuppressionFileException {
        for (Object unknown : left) {
            throw fault((String) unknown, "must not be given here", fields.get(unknown));
        }
    }

    SuppressionFileException fault(String field, String rule, Object found) {
        return new SuppressionFileException(path + field, rule, String.valueOf(found));
    }
}
