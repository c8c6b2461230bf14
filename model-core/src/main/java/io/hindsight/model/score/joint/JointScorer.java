package io.hindsight.model.score.joint;

import java.util.Arrays;

/**
 * One strength for a reading of N channels, from any predictor's residuals.
 *
 * <ol>
 *   <li>Each channel is seen in three ways, each in a spread that it has shown itself ({@link
 *       Deviations}), and their evidence added ({@link Evidence}): A.
 *   <li>A is divided by what the channel reaches in one of twenty readings, at least {@value
 *       #LEAST_USUAL}: B. A channel that is often strange says little by it.
 *   <li>The strength is the sum of the strongest B ({@link Strongest}).
 * </ol>
 *
 * <p>All scales are learned from the stream, past only and after the reading was scored, in bounded
 * steps: there is nothing to train. A hole is skipped and changes nothing of its channel. Over the
 * first {@value #SILENT_READINGS} readings the strength is 0.
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction.
 */
public final class JointScorer {
    /** Readings from which the scales are learned before anything is said. */
    public static final int SILENT_READINGS = 100;

    /** That of normally distributed residuals is 4.6. */
    static final float USUAL_AT_FIRST = 5;

    static final double LEAST_USUAL = 3;

    /** Readings whose evidence teaches nothing yet, since the spreads are still moving. */
    private static final int UNSETTLED_READINGS = 50;

    private static final double USUAL_SHARE = 0.95;
    private static final double USUAL_RATE = 0.0005;
    private static final double RANK_RATE = 0.3;
    private static final double BLAME_RATE = 0.5;

    private final Deviations deviations;
    private final RunningQuantile usual = new RunningQuantile(USUAL_SHARE, USUAL_RATE, LEAST_USUAL);
    private final Strongest strongest = new Strongest();
    private final double[] strength;
    private boolean isSilent;

    /**
     * @param channels N, at least 1
     * @param seasonal whether deviations are from a season's profile; else they are the values
     *     themselves, less any constant or slow level
     */
    public JointScorer(int channels, boolean seasonal) {
        if (channels < 1) {
            throw new IllegalArgumentException("channels must be at least 1: " + channels);
        }
        deviations = new Deviations(seasonal);
        strength = new double[channels];
    }

    /**
     * Scores a reading, then learns from it.
     *
     * @param residual observed − predicted [N], in z units; NaN is a hole, else finite
     * @param deviation observed − season [N], in the same units; read where there is no hole
     * @param out receives what there is to say
     */
    public void score(JointState state, float[] residual, float[] deviation, JointResult out) {
        deviations.at(state);
        usual.at(Math.max(0, state.readings - UNSETTLED_READINGS));
        strongest.clear();
        for (int j = 0; j < strength.length; j++) {
            strength[j] = 0;
            if (!Float.isNaN(residual[j])) {
                take(state, j, residual[j], deviation[j]);
            }
            strongest.add(strength[j]);
        }
        tell(state, out);
        state.readings = Math.min(state.readings + 1, JointState.MOST_READINGS);
    }

    /**
     * The strength of the reading that was scored last, had some channels been as expected.
     *
     * @param ignored those channels [N]
     */
    public double strengthBut(boolean[] ignored) {
        if (isSilent) {
            return 0;
        }
        strongest.clear();
        for (int j = 0; j < strength.length; j++) {
            strongest.add(ignored[j] ? 0 : strength[j]);
        }
        return (float) strongest.sum();
    }

    private void take(JointState state, int j, double residual, double deviation) {
        deviations.take(state, j, residual, deviation);
        strength[j] = deviations.evidence / state.usual[j];
        if (state.readings >= UNSETTLED_READINGS) {
            state.usual[j] = usual.after(state.usual[j], deviations.evidence);
        }
        state.blame[j] += (float) (BLAME_RATE * (deviations.blame - state.blame[j]));
    }

    private void tell(JointState state, JointResult out) {
        isSilent = state.readings < SILENT_READINGS;
        if (isSilent) {
            out.strength = 0;
            Arrays.fill(out.without, 0);
        } else {
            out.strength = (float) strongest.sum();
            for (int j = 0; j < strength.length; j++) {
                out.without[j] = (float) strongest.sumWithout(strength[j]);
            }
        }
        state.rank += (float) (RANK_RATE * (out.strength - state.rank));
        out.rank = state.rank;
        share(state.blame, out.share);
    }

    private static void share(float[] blame, float[] share) {
        double sum = 0;
        for (float value : blame) {
            sum += value;
        }
        for (int j = 0; j < blame.length; j++) {
            share[j] = sum > 0 ? (float) (blame[j] / sum) : 0;
        }
    }
}
