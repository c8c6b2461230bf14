package io.hindsight.trainer.data;

import java.nio.file.Path;

/**
 * A recording that cannot be used. The message is one line for the person who gave the file: where,
 * which rule, which value.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    static DataException at(Path file, long line, String column, String rule, String value) {
        return new DataException(
                "%s, line %d, column %s: %s: '%s'".formatted(file, line, column, rule, value));
    }
}
