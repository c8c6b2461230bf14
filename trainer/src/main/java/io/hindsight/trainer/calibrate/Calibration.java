package io.hindsight.trainer.calibrate;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.spread.SpreadTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets what is set on the validation part: first how far the student's corrections are trusted,
 * then the reviser's, which sees the student's, then the spread of all of them.
 */
public final class Calibration {
    private final Rehearsal rehearsal;

    public Calibration(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The bundle with other numbers of trust and spread. */
    public Bundle of(Bundle bundle) {
        int channels = bundle.spec().answeredCount();
        boolean revises = bundle.spec().backwardSize() > 0;
        Bundle full = with(bundle, ones(channels, revises));
        Map<String, float[]> chosen = ones(channels, revises);
        Rehearsal.Gathered with = rehearsal.runCausal(full);
        Map<String, float[]> nothing = ones(channels, revises);
        nothing.put(Parameters.SHRINK, new float[3 * channels]);
        Rehearsal.Gathered without = rehearsal.runCausal(with(bundle, nothing));
        float[] shrink = new float[3 * channels];
        put(
                shrink,
                0,
                Trust.choose(without.imputed(), with.imputed(), channels, Trust.silent(false)));
        put(
                shrink,
                1,
                Trust.choose(without.imputed(), with.imputed(), channels, Trust.silent(true)));
        put(shrink, 2, Trust.choose(without.predicted(), with.predicted(), channels, s -> true));
        chosen.put(Parameters.SHRINK, shrink);
        if (revises) {
            chosen.put(Parameters.REVISE_SHRINK, reviserTrust(bundle, chosen, channels));
        }
        Rehearsal.Gathered last = rehearsal.run(with(bundle, chosen));
        SpreadFit spread = new SpreadFit(channels);
        spread.fit(last.imputed(), 0, SpreadTable.PREDICTED);
        spread.fit(last.predicted(), SpreadTable.PREDICTED, SpreadTable.PREDICTED + 1);
        spread.fit(last.revised(), SpreadTable.PREDICTED + 1, SpreadTable.SITUATIONS);
        chosen.put(Parameters.SPREAD, spread.factors());
        return with(bundle, chosen);
    }

    private float[] reviserTrust(Bundle bundle, Map<String, float[]> chosen, int channels) {
        Map<String, float[]> nothing = new HashMap<>(chosen);
        nothing.put(Parameters.REVISE_SHRINK, new float[2 * channels]);
        Cells with = rehearsal.run(with(bundle, chosen)).revised();
        Cells without = rehearsal.run(with(bundle, nothing)).revised();
        float[] shrink = new float[2 * channels];
        put(shrink, 0, Trust.choose(without, with, channels, Trust.silent(false)));
        put(shrink, 1, Trust.choose(without, with, channels, Trust.silent(true)));
        return shrink;
    }

    private static void put(float[] table, int row, float[] values) {
        System.arraycopy(values, 0, table, row * values.length, values.length);
    }

    private static Map<String, float[]> ones(int channels, boolean revises) {
        Map<String, float[]> ones = new HashMap<>();
        ones.put(Parameters.SHRINK, filled(3 * channels));
        ones.put(
                Parameters.SPREAD,
                filled(SpreadTable.SITUATIONS * SpreadTable.LEVEL_COUNT * channels));
        if (revises) {
            ones.put(Parameters.REVISE_SHRINK, filled(2 * channels));
        }
        return ones;
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, 1);
        return values;
    }

    private static Bundle with(Bundle bundle, Map<String, float[]> numbers) {
        try {
            return bundle.withParameters(numbers);
        } catch (BundleException e) {
            throw new IllegalStateException("what was calibrated is not a bundle", e);
        }
    }
}
