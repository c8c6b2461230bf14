package io.hindsight.console.demo;

import java.time.Instant;

/**
 * What happens in the year that is streamed, by event time, so that it is the same in every run.
 *
 * @param late readings that are held back, and sent when {@code lateSentSlot} is due
 * @param shadowSlot from about here the second model runs as a shadow
 * @param activateSlot here it is activated
 * @param silence readings that are never sent
 * @param orderSlot here the rollback is ordered, for later
 * @param backSlot from here the first model acts again
 * @param againSlot from here the second one does
 */
record Plot(
        Absence late,
        int lateSentSlot,
        int shadowSlot,
        int activateSlot,
        Absence silence,
        int orderSlot,
        int backSlot,
        int againSlot) {
    private static final String LATE_SENSOR = "Huairou";
    private static final String SILENT_SENSOR = "Dongsi";

    static Plot of(DemoRecording recording) {
        return new Plot(
                absence(recording, LATE_SENSOR, "2014-07-10T03:00:00Z", "2014-07-10T06:00:00Z"),
                slot(recording, "2014-07-10T21:00:00Z"),
                recording.halfSlot(),
                slot(recording, "2014-10-01T00:00:00Z"),
                absence(recording, SILENT_SENSOR, "2014-11-12T06:00:00Z", "2014-11-13T12:00:00Z"),
                slot(recording, "2015-01-02T00:00:00Z"),
                slot(recording, "2015-02-09T00:00:00Z"),
                slot(recording, "2015-02-16T00:00:00Z"));
    }

    private static Absence absence(DemoRecording recording, String name, String from, String to) {
        return new Absence(recording.sensor(name), slot(recording, from), slot(recording, to));
    }

    private static int slot(DemoRecording recording, String time) {
        return recording.slot(Instant.parse(time));
    }

    /** Whether a reading is sent at all, in time or late. */
    boolean isSent(int sensor, int slot) {
        return !silence.holds(sensor, slot);
    }

    /** Whether a reading is sent when it is due. */
    boolean isSentInTime(int sensor, int slot) {
        return isSent(sensor, slot) && !late.holds(sensor, slot);
    }
}
