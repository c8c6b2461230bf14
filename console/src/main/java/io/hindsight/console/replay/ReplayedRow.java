package io.hindsight.console.replay;

import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import java.util.Arrays;
import java.util.Optional;

/** A slot of a sensor, what was said of it at once, and what was found on looking back. */
public final class ReplayedRow {
    private final String sensor;
    private final long timeMillis;
    private final double[] values;
    private final Optional<Answer> answer;
    private final float[] revised;
    private final float[] revisedSpread;
    private boolean settled;
    private boolean written;

    /**
     * @param values of all columns; holes where there is no reading
     * @param answer what was said of it; empty of a row that could not be used
     */
    public ReplayedRow(String sensor, long timeMillis, double[] values, Optional<Answer> answer) {
        this.sensor = sensor;
        this.timeMillis = timeMillis;
        this.values = values;
        this.answer = answer;
        this.revised = new float[values.length];
        this.revisedSpread = new float[revised.length];
        Arrays.fill(revised, Float.NaN);
        Arrays.fill(revisedSpread, Float.NaN);
    }

    public String sensor() {
        return sensor;
    }

    public long timeMillis() {
        return timeMillis;
    }

    public double[] values() {
        return values;
    }

    public Optional<Answer> answer() {
        return answer;
    }

    /** The revised value of a channel; NaN where there is none. */
    public float revised(int channel) {
        return revised[channel];
    }

    /** Its spread; NaN where there is none. */
    public float revisedSpread(int channel) {
        return revisedSpread[channel];
    }

    void revise(StepResult better) {
        StepResult causal = answer.orElseThrow().result();
        for (int d = 0; d < better.channelCount(); d++) {
            boolean same =
                    Float.compare(causal.imputed[d], better.imputed[d]) == 0
                            && Float.compare(causal.spread[d], better.spread[d]) == 0;
            revised[d] = same ? Float.NaN : better.imputed[d];
            revisedSpread[d] = same ? Float.NaN : better.spread[d];
        }
    }

    /** Nothing more will be said of it. */
    boolean isSettled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    /** It has left. */
    boolean isWritten() {
        return written;
    }

    void write() {
        written = true;
    }
}
