package io.hindsight.benchmarks;

import com.sun.management.ThreadMXBean;
import io.hindsight.model.anchor.AnchorMemoryCodec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.revise.GapLog;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStateCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * Bytes that are kept of one sensor.
 *
 * @param anchor of the state that each reading touches
 * @param student of it
 * @param rest of it: times, counts, the episode
 * @param ownScale that is added where sensors have a scale of their own
 * @param history of all places of the ring of inputs, as values
 * @param gapLog on the heap, where gaps are revised as they close; in no state
 */
record StateBytes(int anchor, int student, int rest, int ownScale, int history, long gapLog) {

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
                InputHistory.LENGTH * (Long.BYTES + Short.BYTES + channels * Double.BYTES),
                gapLog(bundle));
    }

    /** The state that each reading touches. */
    int state() {
        return anchor + student + rest;
    }

    private static int state(Bundle bundle, int channels) throws IOException {
        Models models = Models.of(bundle);
        SensorState state = new SensorState();
        new Sensor(new EpisodeTracker(6f, 3))
                .accept(state, InputHistory.onHeap(), models, 0, new double[channels]);
        return length(out -> SensorStateCodec.write(state, out));
    }

    private static int length(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes));
        return bytes.size();
    }

    /** It keeps all that it allocates; the second one, since the first one loads classes. */
    private static long gapLog(Bundle bundle) {
        GapLog first = new GapLog(bundle.spec());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        GapLog log = new GapLog(bundle.spec());
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        if (log.earliestOpenMillis() != first.earliestOpenMillis()) {
            throw new IllegalStateException("new logs must have nothing open");
        }
        return bytes;
    }
}
