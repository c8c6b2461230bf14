package io.hindsight.model.score.joint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the joint score remembers of one sensor of N channels: {@value #ARRAYS} N + 1 floats and a
 * count, however long the stream. The live object that {@link JointScorer} reads and overwrites.
 */
public final class JointState {
    /** Readings beyond this one are not counted. */
    static final int MOST_READINGS = 1_000_000;

    private static final int ARRAYS = 8;

    /** Readings that were scored. */
    int readings;

    /** The strength, smoothed. */
    float rank;

    /** Spreads [N] of the residual, its momentum, the departure and the deviation. */
    final float[] residualSpread;

    final float[] momentumSpread;
    final float[] departureSpread;
    final float[] deviationSpread;

    /** Running mean [N] of the residuals in spreads. */
    final float[] momentum;

    /** Running mean [N] of the deviations from the season. */
    final float[] level;

    /** What evidence a channel [N] reaches in one of twenty readings. */
    final float[] usual;

    /** Evidence of each channel [N] for the shares, smoothed. */
    final float[] blame;

    public JointState(int channels) {
        residualSpread = new float[channels];
        momentumSpread = new float[channels];
        departureSpread = new float[channels];
        deviationSpread = new float[channels];
        momentum = new float[channels];
        level = new float[channels];
        usual = new float[channels];
        blame = new float[channels];
        Arrays.fill(usual, JointScorer.USUAL_AT_FIRST);
    }

    public int channels() {
        return usual.length;
    }

    /** Readings that were scored, up to {@value #MOST_READINGS}. */
    public int readings() {
        return readings;
    }

    /** Goes over to other units of residuals and deviations: so many of them are one of before. */
    public void rescale(int channel, double factor) {
        float by = (float) factor;
        residualSpread[channel] *= by;
        departureSpread[channel] *= by;
        deviationSpread[channel] *= by;
        level[channel] *= by;
    }

    /** Spread of a channel's residual, in the units of the residuals; 0 before there was one. */
    public double residualSpread(int channel) {
        return residualSpread[channel];
    }

    public void copyFrom(JointState other) {
        readings = other.readings;
        rank = other.rank;
        float[][] from = other.arrays();
        float[][] to = arrays();
        for (int i = 0; i < ARRAYS; i++) {
            System.arraycopy(from[i], 0, to[i], 0, channels());
        }
    }

    /** The count, the rank and the arrays in the order of their declaration. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(readings);
        out.writeFloat(rank);
        for (float[] array : arrays()) {
            for (float value : array) {
                out.writeFloat(value);
            }
        }
    }

    public void read(DataInput in) throws IOException {
        readings = in.readInt();
        rank = in.readFloat();
        for (float[] array : arrays()) {
            for (int j = 0; j < array.length; j++) {
                array[j] = in.readFloat();
            }
        }
    }

    private float[][] arrays() {
        return new float[][] {
            residualSpread,
            momentumSpread,
            departureSpread,
            deviationSpread,
            momentum,
            level,
            usual,
            blame
        };
    }
}
