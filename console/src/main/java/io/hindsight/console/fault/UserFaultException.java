package io.hindsight.console.fault;

/** A fault in what the person gave or set up. Its message is the one line that is printed. */
public final class UserFaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserFaultException(String message) {
        super(message);
    }

    public UserFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
