package io.hindsight.benchmarks;

import io.hindsight.model.anchor.AnchorMemoryCodec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStateCodec;
import io.hindsight.model.suppress.Suppressor;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorStore;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Bytes that are kept of one sensor.
 *
 * @param anchor of the state that each reading touches
 * @param student of it
 * @param rest of it: times, counts, the episode
 * @param ownScale that is added where sensors have a scale of their own
 * @param history of the readings that a new model is led through
 * @param gap of the longest gap that is looked back on
 */
record StateBytes(int anchor, int student, int rest, int ownScale, int history, int gap) {

    /** Writes something. */
    private interface Writer {
        void write(DataOutput out) throws IOException;
    }

    static StateBytes of(int channels, FilterForm form) throws BundleException, IOException {
        Bundle bundle = AnchorBenchmark.bundle(channels, form);
        int state = state(bundle, channels);
        int anchor = length(out -> AnchorMemoryCodec.write(bundle.newAnchor().newMemory(), out));
        int rest = length(out -> SensorStateCodec.write(new SensorState(), out));
        return new StateBytes(
                anchor,
                state - anchor - rest,
                rest,
                state(bundle.withOwnScale(500), channels) - state,
                Past.READINGS * entry(channels),
                GapCounts.MOST_SLOTS * keptSlot(bundle));
    }

    /** The state that each reading touches. */
    int state() {
        return anchor + student + rest;
    }

    private static int state(Bundle bundle, int channels) throws IOException {
        Models models = Models.of(bundle);
        SensorState state = new SensorState();
        new Sensor(AlarmRules.STANDARD)
                .accept(
                        state,
                        SensorStore.onHeap(),
                        new ModelsInRole(models, ModelsInRole.Role.ACTIVE),
                        GivenContext.NONE,
                        Suppressor.NONE,
                        0,
                        new double[channels]);
        return length(out -> SensorStateCodec.write(state, out));
    }

    /** A reading in the journal: time, flags, revision, digest, values. */
    private static int entry(int channels) {
        return Long.BYTES + 1 + Integer.BYTES + Long.BYTES + Short.BYTES + channels * Double.BYTES;
    }

    /** What the look back wants of a slot; what was said of it comes on top. */
    private static int keptSlot(Bundle bundle) {
        int values = 4 * bundle.spec().channelCount() + bundle.spec().hiddenSize();
        return Long.BYTES + values * Float.BYTES;
    }

    private static int length(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes));
        return bytes.size();
    }
}
