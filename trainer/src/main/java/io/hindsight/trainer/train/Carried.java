package io.hindsight.trainer.train;

import java.util.Arrays;

/** Recurrent states that are carried from batch to batch, [lanes][H] each. */
final class Carried {
    final float[] h;
    final float[] c;
    private final int hidden;

    Carried(int lanes, int hidden) {
        this.hidden = hidden;
        this.h = new float[lanes * hidden];
        this.c = new float[h.length];
    }

    /** Forgets the states of lanes that begin anew with this batch. */
    void forget(Batch batch) {
        for (int b = 0; b < batch.lanes; b++) {
            if (batch.restarts[b]) {
                Arrays.fill(h, b * hidden, (b + 1) * hidden, 0);
                Arrays.fill(c, b * hidden, (b + 1) * hidden, 0);
            }
        }
    }
}
