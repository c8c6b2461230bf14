package io.hindsight.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** Says on the other stream, every few seconds, how far a stream has come. */
final class StreamedProgress {
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final long readings;
    private final StreamedAnswers answers;
    private final long startNanos = System.nanoTime();
    private long nextNanos = startNanos + EVERY_NANOS;

    StreamedProgress(MaskedRecording recording, StreamedAnswers answers) {
        this.readings = recording.readings();
        this.answers = answers;
    }

    /** Says something if it is time to. */
    void look() {
        if (System.nanoTime() >= nextNanos) {
            nextNanos += EVERY_NANOS;
            say();
        }
    }

    void say() {
        System.err.printf(
                Locale.ROOT,
                "%4d s  %,d of %,d readings answered, %,d results, %,d told twice%n",
                (System.nanoTime() - startNanos) / 1_000_000_000L,
                answers.answered(),
                readings,
                answers.results(),
                answers.doubled());
    }
}
