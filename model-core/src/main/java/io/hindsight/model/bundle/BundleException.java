package io.hindsight.model.bundle;

/** These bytes are not a bundle that may be used; the message says what is wrong with them. */
public final class BundleException extends Exception {
    private static final long serialVersionUID = 1L;

    public BundleException(String message) {
        super(message);
    }

    BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
