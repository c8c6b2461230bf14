package io.hindsight.console.demo;

import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.TopicReader;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the job's topics in a thread of its own and passes on what it finds. */
final class Watcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final String bootstrap;
    private final TopicNames topics;
    private final Ledger ledger;
    private final Alarms alarms;
    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean open = true;

    Watcher(String bootstrap, TopicNames topics, Ledger ledger, Alarms alarms) {
        this.bootstrap = bootstrap;
        this.topics = topics;
        this.ledger = ledger;
        this.alarms = alarms;
        this.thread = new Thread(this::watch, "demo-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try (TopicReader<Result> results =
                        new TopicReader<>(bootstrap, topics.results(), Wires.RESULT);
                TopicReader<Episode> episodes =
                        new TopicReader<>(bootstrap, topics.episodes(), Wires.EPISODE);
                TopicReader<DeadLetter> letters =
                        new TopicReader<>(bootstrap, topics.deadLetters(), Wires.DEAD_LETTER)) {
            while (open) {
                results.poll(PATIENCE, ledger::add);
                episodes.poll(Duration.ZERO, alarms::add);
                letters.poll(Duration.ZERO, letter -> deadLetters.incrementAndGet());
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    long deadLetters() {
        throwFailure();
        return deadLetters.get();
    }

    /** Throws what ended the reading, if something did. */
    void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException(
                    "the results can't be read: " + thrown.getMessage(), thrown);
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
