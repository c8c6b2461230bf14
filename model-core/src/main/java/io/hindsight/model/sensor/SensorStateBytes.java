package io.hindsight.model.sensor;

import io.hindsight.model.anchor.AnchorMemoryCodec;
import io.hindsight.model.normalise.OwnScale;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the parts of a {@link SensorState} come to as bytes.
 *
 * @param anchor the running profiles, and the filter's values and covariance
 * @param student the recurrent layer's
 * @param ownScale of a sensor that has moved away from its group's
 * @param scores what the scores remember of the sensor
 * @param gaps what is open of them, and the open episode
 * @param rest times and counts
 */
public record SensorStateBytes(
        int anchor, int student, int ownScale, int scores, int gaps, int rest) {

    /** Writes a part. */
    private interface Part {
        void write(DataOutput out) throws IOException;
    }

    public static SensorStateBytes of(SensorState state) throws IOException {
        ModelMemory memory = state.memory;
        int all = length(out -> SensorStateCodec.write(state, out));
        int anchor =
                memory == null ? 0 : length(out -> AnchorMemoryCodec.write(memory.anchor, out));
        int student =
                memory == null ? 0 : length(out -> SensorStateCodec.write(memory.student, out));
        int ownScale = memory == null ? 0 : length(out -> OwnScale.write(memory.own, out));
        int scores = state.watch == null ? 0 : length(state.watch::write);
        int gaps = length(state.episode::write);
        if (state.gaps != null) {
            gaps += length(state.gaps::write);
        }
        int rest = all - anchor - student - ownScale - scores - gaps;
        return new SensorStateBytes(anchor, student, ownScale, scores, gaps, rest);
    }

    private static int length(Part part) throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        part.write(out);
        return out.size();
    }
}
