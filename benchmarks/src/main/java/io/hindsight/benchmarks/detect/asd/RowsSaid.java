package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.DetectorKind;
import io.hindsight.benchmarks.detect.StreamDetector;
import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.score.Detector;
import io.hindsight.model.score.Judgement;
import java.util.Arrays;

/** What a detector said of each row of a stream. */
final class RowsSaid {
    /** As the joint score smooths its strength to rank by. */
    private static final double SMOOTHING = 0.3;

    final LabelledRows rows;
    final double[] strength;
    final double[] smoothed;

    /** From 0 to 1, from .5 on the threshold in force is reached; NaN if there is no threshold. */
    final double[] scale;

    final boolean[] alarm;

    /** [rows][channels]; null if it tells no channels. */
    final double[][] evidence;

    private RowsSaid(LabelledRows rows, boolean tellsChannels) {
        this.rows = rows;
        strength = new double[rows.values.length];
        smoothed = new double[strength.length];
        scale = new double[strength.length];
        alarm = new boolean[strength.length];
        evidence = tellsChannels ? new double[strength.length][rows.channels.size()] : null;
    }

    static RowsSaid byProduct(LabelledRows rows, double alarmsPerMonth) {
        RowsSaid all = new RowsSaid(rows, true);
        Detector detector =
                new Detector(rows.channels.size(), alarmsPerMonth, ShippedNet.newBeside());
        Judgement said = detector.newJudgement();
        for (int row = 0; row < rows.values.length; row++) {
            detector.judge(rows.epochMillis[row], rows.values[row], said);
            all.strength[row] = said.strength;
            all.scale[row] = said.alarmScale();
            all.alarm[row] = said.alarm;
            for (int j = 0; j < rows.channels.size(); j++) {
                all.evidence[row][j] = said.share[j] * said.strength;
            }
        }
        all.smooth();
        return all;
    }

    static RowsSaid by(DetectorKind kind, LabelledRows rows) {
        RowsSaid all = new RowsSaid(rows, false);
        StreamDetector detector = kind.fresh(rows.channels.size());
        for (int row = 0; row < rows.values.length; row++) {
            all.strength[row] = detector.score(rows.epochMillis[row], rows.values[row]);
        }
        Arrays.fill(all.scale, Double.NaN);
        all.smooth();
        return all;
    }

    private void smooth() {
        double last = 0;
        for (int row = 0; row < strength.length; row++) {
            last += SMOOTHING * (strength[row] - last);
            smoothed[row] = last;
        }
    }

    /** Some of its words on the part that is judged. */
    Scored judged(double[] words) {
        return new Scored(
                Arrays.copyOfRange(words, rows.judgedFrom, words.length), rows.judgedLabels());
    }

    Scored learning() {
        return Alarms.unlabelled(
                Arrays.copyOfRange(
                        strength, Math.min(rows.warmUntil, rows.judgedFrom), rows.judgedFrom));
    }

    double[][] judgedEvidence() {
        return Arrays.copyOfRange(evidence, rows.judgedFrom, evidence.length);
    }

    /** Alarms on judged rows without a label. */
    int alarmsOnNormal() {
        int count = 0;
        for (int row = rows.judgedFrom; row < alarm.length; row++) {
            count += alarm[row] && !rows.anomalous[row] ? 1 : 0;
        }
        return count;
    }
}
