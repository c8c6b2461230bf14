package io.hindsight.console.fault;

/** The exit codes of {@code hindsight}. */
public final class ExitCodes {
    /** Everything was done. */
    public static final int OK = 0;

    /** The run was well-formed and failed. */
    public static final int FAILED = 1;

    /** The usage or the input is at fault; the same call would fail again. */
    public static final int USER_FAULT = 2;

    private ExitCodes() {}
}
