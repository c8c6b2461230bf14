package io.hindsight.console.command;

import io.hindsight.trainer.TerminalProgress;

/**
 * Whether a person watches. The launcher knows, and says so in the system property {@value
 * #PROPERTY}: Java cannot tell on every version.
 */
final class Terminal {
    static final String PROPERTY = "hindsight.terminal";

    private Terminal() {}

    /** Training progress on standard error: a bar for a person, plain lines otherwise. */
    static TerminalProgress progress(boolean plain) {
        return new TerminalProgress(System.err, !plain && Boolean.getBoolean(PROPERTY));
    }
}
