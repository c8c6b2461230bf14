package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.CheckVector;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.student.StudentSpec;
import java.util.Optional;

/**
 * What a bundle says of itself: a few readings and the step's answers, written where the bundle was
 * made. Who reproduces them bit for bit has the same weights and the same arithmetic; who does not
 * would give other results than its evaluation did.
 */
public final class SelfCheck {
    private static final int SLOTS = 8;

    /** 2024-01-01T00:00:00Z. */
    private static final long START_MILLIS = 1_704_067_200_000L;

    /** Of a pace, by which readings of an irregular sensor are off one that is regular. */
    private static final double[] OFF = {0, 0.3125, -0.4375, 0.125};

    /** A slot without a reading is stepped through before this one. */
    private static final int AFTER_A_SILENCE = 6;

    /** A reading without a value. */
    private static final int EMPTY = 4;

    private static final String[] PARTS = {"expected", "imputed", "spread"};

    private SelfCheck() {}

    /** The bundle as a file that checks itself; the same bundle gives the same bytes. */
    public static byte[] write(Bundle bundle) {
        return BundleCodec.write(added(bundle));
    }

    /** The bundle with its check. */
    public static Bundle added(Bundle bundle) {
        double[] values = values(bundle);
        return bundle.withCheck(new CheckVector(SLOTS, values, said(bundle, SLOTS, values)));
    }

    /** Repeats the check of a bundle; empty where it says here what it said there. */
    public static Optional<Difference> differenceIn(Bundle bundle) {
        if (bundle.check().isEmpty()) {
            return Optional.of(new Difference("check", "must be in the bundle", "none"));
        }
        CheckVector check = bundle.check().get();
        float[] here = said(bundle, check.slots(), check.values());
        int answered = bundle.spec().answeredCount();
        for (int i = 0; i < here.length; i++) {
            if (Float.floatToIntBits(here[i]) != Float.floatToIntBits(check.said()[i])) {
                int part = i / answered % PARTS.length;
                int slot = i / answered / PARTS.length;
                return Optional.of(
                        new Difference(
                                "check." + PARTS[part] + "[" + slot + "][" + i % answered + "]",
                                "must be what the step says here, " + here[i],
                                Float.toString(check.said()[i])));
            }
        }
        return Optional.empty();
    }

    /**
     * What differs.
     *
     * @param field part, slot and channel
     * @param rule what it must be
     * @param found what it is in the bundle
     */
    public record Difference(String field, String rule, String found) {
        @Override
        public String toString() {
            return field + " " + rule + ": " + found;
        }
    }

    /** [K, N]: within a few deviations of the means, with holes, an outlier and an empty slot. */
    private static double[] values(Bundle bundle) {
        Normaliser normaliser = bundle.normaliser();
        int channels = normaliser.channelCount();
        double[] values = new double[SLOTS * channels];
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int d = 0; d < channels; d++) {
                boolean hole = slot == EMPTY || (slot + 2 * d) % 5 == 3;
                double z = ((5 * slot + 3 * d) % 11 - 5) * (slot == SLOTS - 1 ? 4 : 0.375);
                values[slot * channels + d] = hole ? Double.NaN : normaliser.fromZ(d, z);
            }
        }
        return values;
    }

    /** [K, 3, D] of what a sensor without a past gets said. */
    private static float[] said(Bundle bundle, int slots, double[] values) {
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        int channels = step.spec().channelCount();
        int answered = step.spec().answeredCount();
        StepResult result = new StepResult(answered);
        float[] said = new float[slots * PARTS.length * answered];
        double[] reading = new double[channels];
        for (int slot = 0; slot < slots; slot++) {
            if (slot > 0) {
                step.skipMissedSlots(memory, time(bundle, slot - 1), time(bundle, slot));
            }
            System.arraycopy(values, slot * channels, reading, 0, channels);
            step.step(memory, time(bundle, slot), reading, result);
            int at = slot * PARTS.length * answered;
            System.arraycopy(result.expected, 0, said, at, answered);
            System.arraycopy(result.imputed, 0, said, at + answered, answered);
            System.arraycopy(result.spread, 0, said, at + 2 * answered, answered);
        }
        return said;
    }

    private static long time(Bundle bundle, int slot) {
        StudentSpec spec = bundle.spec();
        long passed = slot < AFTER_A_SILENCE ? slot : slot + 1L;
        long off = spec.isRegular() ? 0 : (long) (OFF[slot % OFF.length] * spec.paceMillis());
        return START_MILLIS + passed * spec.paceMillis() + off;
    }
}
