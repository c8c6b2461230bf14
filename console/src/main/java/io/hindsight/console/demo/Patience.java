package io.hindsight.console.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;

/** Waits for what the job does, as long as results go on coming. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final JobClient job;
    private final Ledger ledger;
    private final Watcher watcher;

    Patience(JobClient job, Ledger ledger, Watcher watcher) {
        this.job = job;
        this.ledger = ledger;
        this.watcher = watcher;
    }

    /**
     * @throws IllegalStateException if the job has failed or nothing has come for too long
     */
    void await(String what, BooleanSupplier condition) {
        long results = ledger.results();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            watcher.throwFailure();
            if (job.getJobExecutionResult().isCompletedExceptionally()) {
                throw new IllegalStateException("the job failed while waiting for " + what);
            }
            if (ledger.results() > results) {
                results = ledger.results();
                deadline = System.nanoTime() + LIMIT.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "waiting for %s: nothing came for %d s; the first reading without an answer: %s"
                                .formatted(what, LIMIT.toSeconds(), ledger.firstUnanswered()));
            }
            pause(LOOK_EVERY);
        }
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
