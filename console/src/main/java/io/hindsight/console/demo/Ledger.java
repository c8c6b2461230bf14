package io.hindsight.console.demo;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.Baselines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the reader has found: of each slot that was sent, what was said of it and how often, and how
 * far what was imputed lies from what was hidden. The same cells are filled with the last visible
 * value for comparison. For one writer and one reader thread.
 */
final class Ledger {
    private final DemoRecording recording;
    private final Plot plot;
    private final Normaliser normaliser;
    private final int channels;
    private final Map<String, Integer> sensors = new HashMap<>();
    private final SlotNote[][] notes;
    private final double[][][] lastVisible;
    private final long[] versionOfSensor;
    private final long[] repaired;

    private long results;
    private long answered;
    private long missing;
    private long duplicated;
    private long unexpected;

    Ledger(DemoRecording recording, Plot plot, Normaliser normaliser) {
        this.recording = recording;
        this.plot = plot;
        this.normaliser = normaliser;
        this.channels = recording.whole().channels().size();
        int count = recording.whole().series().size();
        this.notes = new SlotNote[count][recording.endSlot()];
        this.versionOfSensor = new long[count];
        this.repaired = new long[count];
        this.lastVisible = new double[count][][];
        for (int k = 0; k < count; k++) {
            sensors.put(recording.whole().series().get(k).sensor(), k);
            lastVisible[k] = lastVisible(k);
        }
    }

    private double[][] lastVisible(int sensor) {
        double[][] visible = new double[recording.endSlot()][];
        for (int t = 0; t < visible.length; t++) {
            visible[t] = recording.visible(sensor, t).values();
            if (!plot.isSent(sensor, t)) {
                Arrays.fill(visible[t], Double.NaN);
            }
        }
        return Baselines.lastObservation(visible, normaliser);
    }

    synchronized void add(Result result) {
        results++;
        Integer sensor = sensors.get(result.sensor());
        int slot = sensor == null ? -1 : slot(sensor, result.eventTimeMillis());
        if (slot < 0) {
            unexpected++;
            return;
        }
        versionOfSensor[sensor] = Math.max(versionOfSensor[sensor], result.modelVersion());
        SlotNote note = notes[sensor][slot];
        if (note == null) {
            note = new SlotNote();
            notes[sensor][slot] = note;
        }
        boolean before = note.isAnswered();
        switch (note.take(result)) {
            case NEW -> missing += plot.isSent(sensor, slot) ? 0 : 1;
            case DUPLICATE -> duplicated++;
            case REPAIRS -> repaired[sensor]++;
            case REVISES, HANDED_OVER, SUPERSEDED -> {}
        }
        answered += (note.isAnswered() ? 1 : 0) - (before ? 1 : 0);
    }

    /** The slot of a moment; −1 where the recording has none. */
    private int slot(int sensor, long eventTimeMillis) {
        SensorSeries series = recording.whole().series().get(sensor);
        long slot = series.slotAt(eventTimeMillis);
        boolean isThere =
                slot >= 0
                        && slot < recording.endSlot()
                        && series.timeMillis((int) slot) == eventTimeMillis;
        return isThere ? (int) slot : -1;
    }

    /** The lowest version among the newest that each sensor was answered by. */
    synchronized long lowestVersion() {
        return Arrays.stream(versionOfSensor).min().orElse(0);
    }

    /** All that came, revisions too. */
    synchronized long results() {
        return results;
    }

    /** Readings that were answered at once and have the last word on their slot. */
    synchronized long answered() {
        return answered;
    }

    /**
     * The first reading that is not answered, and what was said of it; for the message of a fault.
     */
    synchronized String firstUnanswered() {
        for (int t = recording.firstSlot(); t < recording.endSlot(); t++) {
            for (int k = 0; k < notes.length; k++) {
                if (plot.isSent(k, t) && (notes[k][t] == null || !notes[k][t].isAnswered())) {
                    return "%s at %s: %s"
                            .formatted(
                                    recording.whole().series().get(k).sensor(),
                                    recording.time(t),
                                    notes[k][t] == null ? "nothing" : notes[k][t]);
                }
            }
        }
        return "none";
    }

    /** Slots of which no reading was sent and something was said all the same. */
    synchronized long missing() {
        return missing;
    }

    /** Whether each of some readings is answered. */
    synchronized boolean isAnswered(Absence readings) {
        return Arrays.stream(notes[readings.sensor()], readings.fromSlot(), readings.toSlot())
                .allMatch(note -> note != null && note.isAnswered());
    }

    /** Whether every sensor's slot has a result. */
    synchronized boolean isTold(int slot) {
        return Arrays.stream(notes).allMatch(ofSensor -> ofSensor[slot] != null);
    }

    synchronized long duplicated() {
        return duplicated;
    }

    /** Results of sensors or moments that nobody sent. */
    synchronized long unexpected() {
        return unexpected;
    }

    /** Results that superseded others because readings came late. */
    synchronized long repaired() {
        return Arrays.stream(repaired).sum();
    }

    /** The same, of one sensor. */
    synchronized long repaired(int sensor) {
        return repaired[sensor];
    }

    /** Values that were revised when their gap had closed. */
    synchronized long revised() {
        long count = 0;
        for (SlotNote[] ofSensor : notes) {
            for (SlotNote note : ofSensor) {
                count += note == null ? 0 : note.revisedValues();
            }
        }
        return count;
    }

    /** Values that were filled in and are imputed still. */
    synchronized long imputed() {
        long count = 0;
        for (SlotNote[] ofSensor : notes) {
            for (SlotNote note : ofSensor) {
                for (int d = 0; note != null && d < channels; d++) {
                    count += Double.isNaN(note.best(d)) ? 0 : 1;
                }
            }
        }
        return count;
    }

    /** How often all sensors together went back to an earlier version. */
    synchronized int rollbacks() {
        int count = 0;
        long acting = 0;
        for (int slot = 0; slot < recording.endSlot(); slot++) {
            int at = slot;
            long[] versions =
                    Arrays.stream(notes)
                            .mapToLong(of -> of[at] == null ? 0 : of[at].version())
                            .distinct()
                            .toArray();
            if (versions.length == 1 && versions[0] > 0) {
                count += versions[0] < acting ? 1 : 0;
                acting = versions[0];
            }
        }
        return count;
    }

    /** Errors on hidden cells by the model version that imputed them at once. */
    synchronized Map<Long, Errors> byVersion() {
        Map<Long, Errors> errors = new TreeMap<>();
        for (int k = 0; k < notes.length; k++) {
            for (int t = recording.startSlot(); t < recording.endSlot(); t++) {
                if (notes[k][t] != null) {
                    long version = notes[k][t].versionAtOnce();
                    judge(k, t, errors.computeIfAbsent(version, v -> new Errors()));
                }
            }
        }
        errors.values().removeIf(each -> each.cells() == 0);
        return errors;
    }

    synchronized Errors total() {
        Errors errors = new Errors();
        for (int k = 0; k < notes.length; k++) {
            for (int t = recording.startSlot(); t < recording.endSlot(); t++) {
                judge(k, t, errors);
            }
        }
        return errors;
    }

    private void judge(int sensor, int slot, Errors errors) {
        for (int d = 0; d < channels; d++) {
            double atOnce = imputed(sensor, slot, d);
            if (!Double.isNaN(atOnce)) {
                double truth = recording.whole().series().get(sensor).value(slot, d);
                double z = normaliser.toZ(d, truth);
                errors.add(
                        Math.abs(normaliser.toZ(d, atOnce) - z),
                        Math.abs(normaliser.toZ(d, revised(sensor, slot, d)) - z),
                        Math.abs(normaliser.toZ(d, lastVisible[sensor][slot][d]) - z));
            }
        }
    }

    /** What was imputed at once for a hidden cell; NaN if nothing was. */
    synchronized double imputed(int sensor, int slot, int channel) {
        SlotNote note = notes[sensor][slot];
        return note != null && recording.hidden().isHidden(sensor, slot, channel)
                ? note.atOnce(channel)
                : Double.NaN;
    }

    /** The last word on the same cell. */
    synchronized double revised(int sensor, int slot, int channel) {
        SlotNote note = notes[sensor][slot];
        return note == null ? Double.NaN : note.best(channel);
    }

    /** The last visible value, for the same cell. */
    double held(int sensor, int slot, int channel) {
        return lastVisible[sensor][slot][channel];
    }
}
