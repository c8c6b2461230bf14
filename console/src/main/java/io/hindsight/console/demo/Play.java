package io.hindsight.console.demo;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.schemas.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The play before the running job, act by act: a first model answers, readings come late and are
 * repaired, a second model is compared with the first, takes over, fills a silence, and gives way
 * for a week.
 */
final class Play {
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final Duration LEAD_IN_PAUSE = Duration.ofMillis(50);
    private static final long SECOND_VERSION = 2;
    private static final int WORST_TOLD = 3;

    private final Narrator narrator;
    private final DemoRecording recording;
    private final Plot plot;
    private final Feed feed;
    private final Orders orders;
    private final Ledger ledger;
    private final Alarms alarms;
    private final Watcher watcher;
    private final Patience patience;

    Play(
            Narrator narrator,
            DemoRecording recording,
            Plot plot,
            Feed feed,
            Orders orders,
            Ledger ledger,
            Alarms alarms,
            Watcher watcher,
            Patience patience) {
        this.narrator = narrator;
        this.recording = recording;
        this.plot = plot;
        this.feed = feed;
        this.orders = orders;
        this.ledger = ledger;
        this.alarms = alarms;
        this.watcher = watcher;
        this.patience = patience;
    }

    DemoSummary run(Bundle first, Supplier<Bundle> training) {
        orders.publish(first);
        leadIn();
        narrator.say(
                "streaming %s to %s, %d %% of the known values hidden",
                date(feed.slot()), date(recording.endSlot() - 1), 10);
        CompletableFuture<Bundle> second = CompletableFuture.supplyAsync(training);
        narrator.say("training a second one meanwhile, with a student on the anchor");
        streamUntil(plot.lateSentSlot());
        lateReadings();
        streamUntil(plot.shadowSlot());
        feed.breakSomeRules();
        narrator.say("sent three broken records: not Avro, an infinity, two channels of eleven");
        if (!second.isDone()) {
            narrator.say("the stream waits at half-way for the second model");
        }
        orders.publishShadow(second.join());
        streamUntil(plot.activateSlot());
        long compared = orders.compare();
        CompletableFuture<Double> swapped = swap();
        streamUntil(plot.orderSlot());
        orders.rollback(recording.time(plot.backSlot()));
        orders.activate(SECOND_VERSION, recording.time(plot.againSlot()));
        streamUntil(recording.endSlot());
        double swapSeconds = swapped.join();
        awaitEverything();
        return summary(compared, swapSeconds);
    }

    /** The days before the stream, hour by hour, until the first model answers for every sensor. */
    private void leadIn() {
        while (feed.slot() < recording.startSlot()) {
            feed.sendSlot();
            if (ledger.lowestVersion() < 1) {
                feed.flush();
                Patience.pause(LEAD_IN_PAUSE);
            }
        }
        feed.flush();
        patience.await("the first model's results", () -> ledger.lowestVersion() >= 1);
    }

    /** What was held back is sent when the job has said that it is missing. */
    private void lateReadings() {
        Absence late = plot.late();
        patience.await("what is missing", () -> ledger.isTold(plot.lateSentSlot() - 1));
        feed.sendLate();
        String sensor = recording.whole().series().get(late.sensor()).sensor();
        narrator.say(
                "%d readings of %s come %d hours late",
                late.slots(), sensor, plot.lateSentSlot() - late.fromSlot());
        patience.await("late readings", () -> ledger.isAnswered(late));
        narrator.say(
                "they are in their place, and %d results of %s are repaired",
                ledger.repaired(late.sensor()), sensor);
    }

    private CompletableFuture<Double> swap() {
        long orderedNanos = System.nanoTime();
        orders.activate(SECOND_VERSION);
        return CompletableFuture.supplyAsync(
                () -> {
                    patience.await(
                            "the second model's results",
                            () -> ledger.lowestVersion() >= SECOND_VERSION);
                    double seconds = (System.nanoTime() - orderedNanos) / 1e9;
                    narrator.say(
                            "version 2 answers for every sensor, %.1f s after the order; nothing"
                                    + " was restarted",
                            seconds);
                    return seconds;
                });
    }

    private void streamUntil(int slot) {
        feed.sendUntil(slot, this::tellOfMonth);
    }

    private void tellOfMonth() {
        int next = feed.slot();
        String month = date(next - 1).substring(0, 7);
        if (next < recording.endSlot() && !date(next).startsWith(month)) {
            Errors errors = ledger.total();
            narrator.say(
                    "%s sent   %,9d results   %,8d imputed   MAE %.3f, last observation %.3f",
                    month, ledger.results(), ledger.imputed(), errors.mae(), errors.maeHeld());
        }
    }

    private String date(int slot) {
        return recording.time(slot).toString().substring(0, 10);
    }

    private void awaitEverything() {
        patience.await(
                "all results",
                () ->
                        ledger.answered() >= feed.sent()
                                && ledger.missing() >= plot.silence().slots());
        Patience.pause(LAST_LOOK);
    }

    private void tellOfTheWorst() {
        for (Episode episode : alarms.worst(WORST_TOLD)) {
            narrator.say(
                    "%s: %s  %s",
                    episode.severity().word(),
                    Instant.ofEpochMilli(episode.startMillis()),
                    episode.sentence());
        }
    }

    private DemoSummary summary(long compared, double swapSeconds) {
        ledger.byVersion()
                .forEach(
                        (version, own) ->
                                narrator.say(
                                        "version %d imputed %,d hidden values: MAE %.3f at once,"
                                                + " %.3f revised, last observation %.3f",
                                        version,
                                        own.cells(),
                                        own.mae(),
                                        own.maeRevised(),
                                        own.maeHeld()));
        GapDrawing.ofALongGap(recording, ledger, plot.activateSlot(), plot.backSlot())
                .ifPresent(narrator::draw);
        tellOfTheWorst();
        Errors errors = ledger.total();
        return new DemoSummary(
                feed.sent(),
                ledger.answered(),
                feed.sent() - ledger.answered(),
                ledger.duplicated() + ledger.unexpected(),
                ledger.missing(),
                ledger.repaired(),
                ledger.imputed(),
                ledger.revised(),
                errors.cells(),
                errors.mae(),
                errors.maeRevised(),
                errors.maeHeld(),
                alarms.episodes(),
                alarms.silences(),
                watcher.deadLetters(),
                ledger.byVersion().size(),
                compared,
                ledger.rollbacks(),
                swapSeconds,
                narrator.elapsedSeconds());
    }
}
