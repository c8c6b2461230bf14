package io.hindsight.trainer.data;

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
}
