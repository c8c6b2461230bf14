package io.hindsight.console.demo;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.Baselines;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the reader has found: which readings came out, how often, and how far what was imputed lies
 * from what was hidden. The same cells are filled with the last visible value for comparison. For
 * one writer and one reader thread.
 */
final class Ledger {
    private final DemoRecording recording;
    private final Normaliser normaliser;
    private final int channels;
    private final Map<String, Integer> sensors = new HashMap<>();
    private final BitSet seen = new BitSet();
    private final double[][][] lastVisible;
    private final Map<Long, Errors> byVersion = new TreeMap<>();
    private final Map<Integer, Float> imputedCells = new HashMap<>();
    private final long[] versionOfSensor;

    private long results;
    private long duplicated;
    private long unexpected;
    private long imputed;

    Ledger(DemoRecording recording, Normaliser normaliser) {
        this.recording = recording;
        this.normaliser = normaliser;
        this.channels = recording.whole().channels().size();
        int count = recording.whole().series().size();
        this.versionOfSensor = new long[count];
        this.lastVisible = new double[count][][];
        for (int k = 0; k < count; k++) {
            sensors.put(recording.whole().series().get(k).sensor(), k);
            lastVisible[k] = lastVisible(k);
        }
    }

    synchronized void add(Result result) {
        Integer sensor = sensors.get(result.sensor());
        if (sensor == null) {
            unexpected++;
            return;
        }
        results++;
        SensorSeries series = recording.whole().series().get(sensor);
        int slot = Math.toIntExact(series.slotAt(result.eventTimeMillis()));
        int place = place(sensor, slot);
        if (seen.get(place)) {
            duplicated++;
            return;
        }
        seen.set(place);
        versionOfSensor[sensor] = Math.max(versionOfSensor[sensor], result.modelVersion());
        for (int d = 0; d < result.channels().size(); d++) {
            ChannelResult channel = result.channels().get(d);
            if (!Float.isNaN(channel.imputed())) {
                imputed++;
                if (recording.hidden().isHidden(sensor, slot, d)) {
                    judge(sensor, slot, d, channel.imputed(), result.modelVersion());
                }
            }
        }
    }

    private void judge(int sensor, int slot, int d, float value, long version) {
        double truth = recording.whole().series().get(sensor).value(slot, d);
        double z = normaliser.toZ(d, truth);
        byVersion
                .computeIfAbsent(version, v -> new Errors())
                .add(
                        Math.abs(normaliser.toZ(d, value) - z),
                        Math.abs(normaliser.toZ(d, lastVisible[sensor][slot][d]) - z));
        imputedCells.put(place(sensor, slot) * channels + d, value);
    }

    private int place(int sensor, int slot) {
        return sensor * recording.endSlot() + slot;
    }

    private double[][] lastVisible(int sensor) {
        double[][] visible = new double[recording.endSlot()][];
        for (int t = 0; t < visible.length; t++) {
            visible[t] = recording.visible(sensor, t).values();
        }
        return Baselines.lastObservation(visible, normaliser);
    }

    /** The lowest version among the sensors' newest results. */
    synchronized long lowestVersion() {
        long lowest = Long.MAX_VALUE;
        for (long version : versionOfSensor) {
            lowest = Math.min(lowest, version);
        }
        return lowest;
    }

    synchronized long results() {
        return results;
    }

    synchronized long duplicated() {
        return duplicated;
    }

    /** Results of sensors that nobody sent. */
    synchronized long unexpected() {
        return unexpected;
    }

    synchronized long distinct() {
        return seen.cardinality();
    }

    synchronized long imputed() {
        return imputed;
    }

    /** Errors on hidden cells by the model version that imputed them. */
    synchronized Map<Long, Errors> byVersion() {
        Map<Long, Errors> copy = new TreeMap<>();
        byVersion.forEach((version, errors) -> copy.put(version, errors.copy()));
        return copy;
    }

    synchronized Errors total() {
        Errors total = new Errors();
        byVersion.values().forEach(total::add);
        return total;
    }

    /** What was imputed for a hidden cell; NaN if nothing was. */
    synchronized double imputed(int sensor, int slot, int channel) {
        Float value = imputedCells.get(place(sensor, slot) * channels + channel);
        return value == null ? Double.NaN : value;
    }

    /** The last visible value, for the same cell. */
    double held(int sensor, int slot, int channel) {
        return lastVisible[sensor][slot][channel];
    }

    /** Sums of absolute errors in z units. */
    static final class Errors {
        private long cells;
        private double imputed;
        private double held;

        void add(double imputedError, double heldError) {
            cells++;
            imputed += imputedError;
            held += heldError;
        }

        void add(Errors other) {
            cells += other.cells;
            imputed += other.imputed;
            held += other.held;
        }

        Errors copy() {
            Errors copy = new Errors();
            copy.add(this);
            return copy;
        }

        long cells() {
            return cells;
        }

        double mae() {
            return cells == 0 ? 0 : imputed / cells;
        }

        double maeHeld() {
            return cells == 0 ? 0 : held / cells;
        }
    }
}
