package io.hindsight.model.sensor;

import io.hindsight.model.generic.GenericState;
import io.hindsight.model.score.DetectorState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of a sensor while its group has no model: the live object that a {@link
 * GenericStep} reads and overwrites. Two to three KiB a channel.
 */
final class GenericMemory {
    final DetectorState detector;

    /** Of one channel whose rhythm is known; else null. */
    GenericState net;

    /**
     * Of a sensor that nothing is known of.
     *
     * @param channels N, at least 1
     */
    GenericMemory(int channels) {
        this(new DetectorState(channels));
    }

    private GenericMemory(DetectorState detector) {
        this.detector = detector;
    }

    int channels() {
        return detector.channels();
    }

    /** One that shares nothing with this one. */
    GenericMemory copy() {
        GenericMemory copy = new GenericMemory(detector.copy());
        copy.net = net == null ? null : net.copy();
        return copy;
    }

    void write(DataOutput out) throws IOException {
        detector.write(out);
        out.writeBoolean(net != null);
        if (net != null) {
            net.write(out);
        }
    }

    /**
     * @throws IOException if the bytes end early or are no such memory
     */
    static GenericMemory read(DataInput in) throws IOException {
        GenericMemory memory = new GenericMemory(DetectorState.read(in));
        memory.net = in.readBoolean() ? GenericState.read(in) : null;
        return memory;
    }
}
