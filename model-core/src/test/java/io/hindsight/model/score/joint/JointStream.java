package io.hindsight.model.score.joint;

import java.util.Random;

/** A stream of readings for a joint score: Gaussian deviations around a season, seeded. */
final class JointStream {
    final int channels;
    final JointScorer scorer;
    final JointState state;
    final JointResult result;
    final float[] residual;
    final float[] deviation;

    private final Random random;
    private final float unit;

    JointStream(int channels, boolean seasonal, long seed, float unit) {
        this.channels = channels;
        this.unit = unit;
        scorer = new JointScorer(channels, seasonal);
        state = new JointState(channels);
        result = new JointResult(channels);
        residual = new float[channels];
        deviation = new float[channels];
        random = new Random(seed);
    }

    static JointStream of(int channels, long seed) {
        return new JointStream(channels, true, seed, 1);
    }

    /** Draws the next reading without scoring it. */
    JointStream draw() {
        for (int j = 0; j < channels; j++) {
            residual[j] = unit * (float) random.nextGaussian();
            deviation[j] = residual[j] + unit * (float) random.nextGaussian();
        }
        return this;
    }

    /** Moves a drawn reading's channel out by so many units. */
    JointStream shift(int channel, float units) {
        residual[channel] += unit * units;
        deviation[channel] += unit * units;
        return this;
    }

    JointStream hole(int channel) {
        residual[channel] = Float.NaN;
        return this;
    }

    float score() {
        scorer.score(state, residual, deviation, result);
        return result.strength;
    }

    JointStream run(int readings) {
        for (int t = 0; t < readings; t++) {
            draw().score();
        }
        return this;
    }

    JointState copyOfState() {
        JointState copy = new JointState(state.channels());
        copy.copyFrom(state);
        return copy;
    }
}
