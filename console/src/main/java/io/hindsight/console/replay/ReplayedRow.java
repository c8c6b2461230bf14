package io.hindsight.console.replay;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Revision;
import io.hindsight.trainer.data.Row;
import java.util.Arrays;

/** A row, what the step made of it, and what was found on looking back. */
public final class ReplayedRow {
    private final Row row;
    private final Outcome outcome;
    private final float[] revised;
    private final float[] revisedSpread;
    private boolean settled;
    private boolean written;

    public ReplayedRow(Row row, Outcome outcome) {
        this.row = row;
        this.outcome = outcome;
        this.revised = new float[row.values().length];
        this.revisedSpread = new float[revised.length];
        Arrays.fill(revised, Float.NaN);
        Arrays.fill(revisedSpread, Float.NaN);
    }

    public Row row() {
        return row;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The revised value of a channel; NaN where there is none. */
    public float revised(int channel) {
        return revised[channel];
    }

    /** Its spread; NaN where there is none. */
    public float revisedSpread(int channel) {
        return revisedSpread[channel];
    }

    void revise(Revision revision) {
        revised[revision.channel()] = revision.value();
        revisedSpread[revision.channel()] = revision.spread();
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
