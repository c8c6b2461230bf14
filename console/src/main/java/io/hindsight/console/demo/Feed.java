package io.hindsight.console.demo;

import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.schemas.Reading;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the recording, slot by slot, at an even pace and as the plot wants it: some readings late
 * and some not at all.
 */
final class Feed {
    private static final long READINGS_PER_SECOND = 2500;
    private static final byte[] NOT_A_READING = {1, 2, 3};

    private final DemoRecording recording;
    private final Plot plot;
    private final ReadingSender sender;
    private int slot;
    private long sent;

    Feed(DemoRecording recording, Plot plot, ReadingSender sender) {
        this.recording = recording;
        this.plot = plot;
        this.sender = sender;
        this.slot = recording.firstSlot();
    }

    /** The next slot to be sent. */
    int slot() {
        return slot;
    }

    /** Well-formed readings that were sent. */
    long sent() {
        return sent;
    }

    /** Sends the next slot, at once. */
    void sendSlot() {
        for (int k = 0; k < recording.whole().series().size(); k++) {
            if (plot.isSentInTime(k, slot)) {
                send(k, slot);
            }
        }
        slot++;
    }

    /** Sends all slots before one, evenly, and tells of each. */
    void sendUntil(int end, Runnable afterSlot) {
        long start = System.nanoTime();
        long already = sent;
        while (slot < end) {
            sendSlot();
            long due = (sent - already) * 1_000_000_000L / READINGS_PER_SECOND;
            LockSupport.parkNanos(start + due - System.nanoTime());
            afterSlot.run();
        }
        flush();
    }

    /** Sends what was held back. */
    void sendLate() {
        for (int late = plot.late().fromSlot(); late < plot.late().toSlot(); late++) {
            send(plot.late().sensor(), late);
        }
        flush();
    }

    /** Sends records that no job could use, to show where they go. */
    void breakSomeRules() {
        Reading good = recording.visible(0, slot);
        double[] tooFew = {1, 2};
        Double[] notFinite = new Double[good.values().length];
        notFinite[0] = Double.POSITIVE_INFINITY;
        sender.sendBytes(good.sensor(), NOT_A_READING);
        sender.send(Reading.asSent(good.sensor(), good.group(), good.eventTimeMillis(), notFinite));
        sender.send(new Reading(good.sensor(), good.group(), good.eventTimeMillis(), tooFew));
        flush();
    }

    private void send(int sensor, int at) {
        sender.send(recording.visible(sensor, at));
        sent++;
    }

    /** Returns when the broker has everything that was sent. */
    void flush() {
        sender.flush();
    }
}
