package io.hindsight.console.demo;

import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import java.util.BitSet;

/**
 * What was said of one slot of a sensor: at once, and in the highest revision so far. For one
 * thread at a time.
 */
final class SlotNote {
    private final BitSet revisions = new BitSet();
    private int highest = -1;
    private boolean isReading;
    private long version;
    private long versionAtOnce;
    private int prediction;
    private float[] atOnce = {};
    private float[] best = {};
    private int revisedValues;

    /** What a result does to what was said before. */
    enum Effect {
        /** It is the first one of the slot. */
        NEW,
        /** Its revision was there already. */
        DUPLICATE,
        /** It looks back: the same prediction, better imputed values. */
        REVISES,
        /** A reading that came late has changed more than that. */
        REPAIRS,
        /** It was decided afterwards that another model has the word. */
        HANDED_OVER,
        /** A higher revision was there before. */
        SUPERSEDED
    }

    Effect take(Result result) {
        if (revisions.get(result.revision())) {
            return Effect.DUPLICATE;
        }
        revisions.set(result.revision());
        if (result.revision() == 0) {
            atOnce = imputed(result);
            versionAtOnce = result.modelVersion();
        }
        if (result.revision() < highest) {
            return Effect.SUPERSEDED;
        }
        return supersede(result);
    }

    private Effect supersede(Result result) {
        int predicted = prediction(result);
        float[] values = imputed(result);
        Effect effect = effect(result, predicted);
        revisedValues += effect == Effect.REVISES ? different(values, best) : 0;
        highest = result.revision();
        isReading = isReading(result);
        version = result.modelVersion();
        prediction = predicted;
        best = values;
        return effect;
    }

    private Effect effect(Result result, int predicted) {
        if (highest < 0) {
            return Effect.NEW;
        }
        if (isReading(result) == isReading && result.modelVersion() != version) {
            return Effect.HANDED_OVER;
        }
        return predicted == prediction ? Effect.REVISES : Effect.REPAIRS;
    }

    private static boolean isReading(Result result) {
        return result.status().equals(Result.SCORED) || result.status().equals(Result.WAITING);
    }

    /** All that a look back leaves as it is. */
    private static int prediction(Result result) {
        int digest = 31 * result.status().hashCode() + Long.hashCode(result.modelVersion());
        digest = 31 * digest + Float.hashCode(result.score());
        for (ChannelResult channel : result.channels()) {
            digest = 31 * digest + Double.hashCode(channel.observed());
            digest = 31 * digest + Float.hashCode(channel.expected());
        }
        return digest;
    }

    private static float[] imputed(Result result) {
        float[] values = new float[result.channels().size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = result.channels().get(d).imputed();
        }
        return values;
    }

    private static int different(float[] values, float[] before) {
        int count = 0;
        for (int d = 0; d < Math.min(values.length, before.length); d++) {
            count += Float.isNaN(values[d]) || values[d] == before[d] ? 0 : 1;
        }
        return count;
    }

    /** Whether it was told at once, and last as a slot with a reading. */
    boolean isAnswered() {
        return revisions.get(0) && isReading;
    }

    /** Version of the model that had the last word. */
    long version() {
        return version;
    }

    /** Version of the model that answered first. */
    long versionAtOnce() {
        return versionAtOnce;
    }

    /** Values that a look back has changed. */
    int revisedValues() {
        return revisedValues;
    }

    /** What was imputed at once; NaN if nothing was. */
    double atOnce(int channel) {
        return channel < atOnce.length ? atOnce[channel] : Double.NaN;
    }

    /** The last word on an imputed value; NaN if there is none. */
    double best(int channel) {
        return channel < best.length ? best[channel] : Double.NaN;
    }

    @Override
    public String toString() {
        return "revisions " + revisions + ", the last one of a " + (isReading ? "reading" : "gap");
    }
}
