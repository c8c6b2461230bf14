package io.hindsight.benchmarks;

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
import io.hindsight.model.sensor.SensorStateBytes;
import io.hindsight.model.suppress.Suppressor;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorStore;
import java.io.IOException;

/**
 * Bytes that are kept of one sensor.
 *
 * @param anchor of the state that each reading touches
 * @param student of it
 * @param scores of it
 * @param rest of it: times, counts, the episode
 * @param ownScale that is added where sensors have a scale of their own
 * @param history of the readings that a new model is led through
 * @param gap of the longest gap that is looked back on
 */
record StateBytes(
        int anchor, int student, int scores, int rest, int ownScale, int history, int gap) {
    /** What the scores remember has its size behind as many. */
    private static final int READINGS = 200;

    static StateBytes of(int channels, FilterForm form) throws BundleException, IOException {
        Bundle bundle = AnchorBenchmark.bundle(channels, form);
        SensorStateBytes state = state(bundle, channels);
        return new StateBytes(
                state.anchor(),
                state.student(),
                state.scores(),
                state.gaps() + state.rest() + state.ownScale(),
                state(bundle.withOwnScale(500), channels).ownScale() - state.ownScale(),
                Past.READINGS * entry(channels),
                GapCounts.MOST_SLOTS * keptSlot(bundle));
    }

    /** The state that each reading touches. */
    int state() {
        return anchor + student + scores + rest;
    }

    private static SensorStateBytes state(Bundle bundle, int channels) throws IOException {
        ModelsInRole models = new ModelsInRole(Models.of(bundle), ModelsInRole.Role.ACTIVE);
        SensorState state = new SensorState();
        SensorStore store = SensorStore.onHeap();
        Sensor sensor = new Sensor(AlarmRules.STANDARD);
        for (int t = 0; t < READINGS; t++) {
            sensor.accept(
                    state,
                    store,
                    models,
                    GivenContext.NONE,
                    Suppressor.NONE,
                    t * AnchorBenchmark.HOUR,
                    new double[channels]);
        }
        return SensorStateBytes.of(state);
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
}
