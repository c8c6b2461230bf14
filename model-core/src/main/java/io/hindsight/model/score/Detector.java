package io.hindsight.model.score;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Judges the readings of one sensor that no model is trained for ({@link DetectorStep}). Owns its
 * state; allocates nothing that lasts after the first readings.
 */
public final class Detector {
    private final int channels;
    private final double alarmsPerMonth;
    private final DetectorState state;
    private final DetectorStep step;
    private final Beside beside;
    private final boolean[] nothingIgnored;

    /**
     * @param channels N, at least 1
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data, positive
     */
    public Detector(int channels, double alarmsPerMonth) {
        this(channels, alarmsPerMonth, Beside.NONE);
    }

    /**
     * @param beside the views of a sensor of one channel; this sensor's alone
     */
    public Detector(int channels, double alarmsPerMonth, Beside beside) {
        this.channels = channels;
        this.alarmsPerMonth = alarmsPerMonth;
        this.beside = beside;
        state = new DetectorState(channels);
        step = new DetectorStep(channels);
        nothingIgnored = new boolean[channels];
    }

    public Judgement newJudgement() {
        return new Judgement(channels);
    }

    /**
     * Judges the next reading, and learns from it.
     *
     * @param values [N]; NaN is a hole, else finite
     */
    public void judge(long epochMillis, double[] values, Judgement out) {
        step.expect(state, beside, epochMillis, out);
        step.judge(state, beside, values, alarmsPerMonth, nothingIgnored, out);
    }

    /** Alarms for each reading at each level, as measured: of which a prior is made. */
    public double[] measuredAlarms() {
        return state.watch.rates.measured();
    }

    /** Share of the readings above each bin of strength: of which a prior is made. */
    public double[] measuredTail() {
        return state.watch.tail.measured();
    }

    /** How many readings make one beat of the sensor's rhythm. */
    public int readingsPerBeat() {
        return state.watch.readingsPerBeat;
    }

    /** What it knows of its sensor, in bytes as they would be stored. */
    public int stateBytes() throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        state.write(out);
        return out.size();
    }
}
