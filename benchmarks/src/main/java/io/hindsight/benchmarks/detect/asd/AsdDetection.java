package io.hindsight.benchmarks.detect.asd;

import io.hindsight.model.score.joint.JointResult;
import io.hindsight.model.score.joint.JointScorer;
import io.hindsight.model.score.joint.JointState;
import java.util.Arrays;

/**
 * The joint score over one server, with the least of all predictors: each value stays as it was.
 * The season is a running profile of the day's slots. It shows what the score is worth without any
 * model; only the z units are the training part's.
 */
final class AsdDetection {
    /** Part of the training part from which nothing is judged. */
    static final int WARM_UP_ROWS = 7 * AsdReader.ROWS_A_DAY;

    private static final double LEAST_DEVIATION = 0.02;
    private static final double PROFILE_RATE = 0.15;

    /** Strengths of the training part behind the warm-up. */
    final Scored train;

    /** Of the test part: what to alarm by, what to rank by, and each channel's evidence. */
    final Scored strength;

    final Scored rank;
    final double[][] evidence;

    private final double[] median;
    private final double[] deviation;
    private final float[] residual;
    private final float[] away;
    private final float[] last;
    private final double[][] profile;

    AsdDetection(AsdServer server) {
        int channels = server.train[0].length;
        median = new double[channels];
        deviation = new double[channels];
        residual = new float[channels];
        away = new float[channels];
        last = new float[channels];
        Arrays.fill(last, Float.NaN);
        profile = new double[AsdReader.ROWS_A_DAY][channels];
        for (int j = 0; j < channels; j++) {
            setUnits(server.train, j);
        }
        Judge judge = new Judge(channels);
        double[] warm = new double[server.train.length];
        for (int row = 0; row < warm.length; row++) {
            prepare(server.train[row], row);
            warm[row] = judge.score().strength;
        }
        train = Alarms.unlabelled(Arrays.copyOfRange(warm, WARM_UP_ROWS, warm.length));
        int rows = server.test.length;
        strength = new Scored(new double[rows], server.anomalous);
        rank = new Scored(new double[rows], server.anomalous);
        evidence = new double[rows][channels];
        for (int row = 0; row < rows; row++) {
            prepare(server.test[row], warm.length + row);
            tell(row, judge.score());
        }
    }

    /** The score with its state, over the residuals that were prepared. */
    private final class Judge {
        private final JointScorer scorer;
        private final JointState state;
        private final JointResult result;

        Judge(int channels) {
            scorer = new JointScorer(channels, true);
            state = new JointState(channels);
            result = new JointResult(channels);
        }

        JointResult score() {
            scorer.score(state, residual, away, result);
            return result;
        }
    }

    private void tell(int row, JointResult result) {
        strength.score[row] = result.strength;
        rank.score[row] = result.rank;
        Arrays.setAll(evidence[row], j -> (double) result.share[j] * result.strength);
    }

    private void setUnits(double[][] rows, int j) {
        double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[j]).sorted().toArray();
        int half = sorted.length / 2;
        median[j] = (sorted[half] + sorted[sorted.length - 1 - half]) / 2;
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        deviation[j] = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    }

    /** Row counts from the start of the training part, so that it tells the day's slot. */
    private void prepare(double[] values, int row) {
        double[] usual = profile[row % AsdReader.ROWS_A_DAY];
        double rate = Math.max(PROFILE_RATE, 1.0 / (row / AsdReader.ROWS_A_DAY + 1));
        for (int j = 0; j < values.length; j++) {
            float z = (float) ((values[j] - median[j]) / deviation[j]);
            residual[j] = z - last[j];
            away[j] = (float) (z - usual[j]);
            if (!Float.isNaN(z)) {
                usual[j] += rate * (z - usual[j]);
                last[j] = z;
            }
        }
    }
}
