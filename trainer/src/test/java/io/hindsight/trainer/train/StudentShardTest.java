package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.PlainStudent;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.nets.TwoWayNet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentShardTest {
    private static final int STEPS = 8;
    private static final int LANES = 3;
    private static final int HIDDEN = 4;
    private static final int ANSWERED = 2;
    private static final int UNITS = 3;
    private static final Objective WEIGHTS = objective(0.7, 0.4);
    private static final LaneOptions OPTIONS = new LaneOptions(STEPS, LANES, 1, 3, 0.3);
    private static final Counts TOTAL = new Counts(50, 90);

    @ParameterizedTest
    @EnumSource
    void lossAndAllGradientsAreThoseOfTheEquationsAndStatesAreCarried(CellKind cell) {
        StudentSpec spec = Fixtures.spec(cell, HIDDEN, 3, 1);
        PlainStudent plain = new PlainStudent(spec, STEPS, LANES);
        try (Parameters parameters = parameters(spec);
                StudentShard shard = shard(spec, parameters, WEIGHTS, parts(40))) {
            Map<String, double[]> values = Gradients.values(parameters);
            values.put("h", new double[LANES * HIDDEN]);
            values.put("c", new double[LANES * HIDDEN]);
            shard.beginEpoch(7, 1);
            int restarts = 0;
            // 40 slots are five batches: all lanes begin anew with the sixth.
            for (int k = 0; k < 6; k++) {
                Counts counts = shard.draw();
                Batch batch = shard.batch();
                assertThat(counts).isEqualTo(batch.counts());
                restarts += forget(batch, values);
                values.put("input", Gradients.doubles(batch.inputs));
                values.put("prior", Gradients.doubles(batch.priors));

                double loss = shard.loss(TOTAL, true);

                double expected = loss(plain, values, batch, WEIGHTS);
                assertThat(loss).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
                if (k == 1 || k == 5) {
                    Gradients.check(parameters, values, v -> loss(plain, v, batch, WEIGHTS));
                }
                double[] states = plain.states(values);
                double[] cells = plain.lastCells(values);
                int block = LANES * HIDDEN;
                values.put("h", Arrays.copyOfRange(states, (STEPS - 1) * block, STEPS * block));
                values.put("c", cells);
            }
            assertThat(restarts).isEqualTo(2 * LANES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTeachersBeliefAndStateEnterTheLossAndAllGradients(CellKind cell) {
        StudentSpec spec = Fixtures.spec(cell, HIDDEN, 3, 1);
        Objective taught = WEIGHTS.taught(0.4, 0.3);
        PlainStudent plain = new PlainStudent(spec, STEPS, LANES);
        try (Parameters parameters = StudentNet.newParameters(spec, UNITS, 3);
                Parameters teacher = TwoWayNet.newParameters(spec, UNITS, true, 4);
                StudentShard shard = taught(spec, parameters, teacher, taught)) {
            Fixtures.shake(parameters, 5);
            Fixtures.shake(teacher, 6);
            Map<String, double[]> values = Gradients.values(parameters);
            values.put("h", new double[LANES * HIDDEN]);
            values.put("c", new double[LANES * HIDDEN]);
            shard.beginEpoch(7, 1);
            shard.draw();
            Batch batch = shard.batch();
            values.put("input", Gradients.doubles(batch.inputs));
            values.put("prior", Gradients.doubles(batch.priors));

            double loss = shard.loss(TOTAL, true);

            double expected = taughtLoss(plain, values, batch, taught);
            assertThat(loss).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
            Gradients.check(parameters, values, v -> taughtLoss(plain, v, batch, taught));
        }
    }

    @Test
    void validationIsByTheTruthAlone() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = StudentNet.newParameters(spec, UNITS, 3);
                Parameters teacher = TwoWayNet.newParameters(spec, UNITS, true, 4);
                StudentShard taught = taught(spec, parameters, teacher, WEIGHTS.taught(1, 1));
                StudentShard alone = shard(spec, parameters, WEIGHTS, parts(40))) {
            assertThat(validate(taught)).isEqualTo(validate(alone));
        }
    }

    @Test
    void aTeacherLooksAtAllFeaturesWhateverTheStudentGoesWithout() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = StudentNet.newParameters(spec, UNITS, 3);
                Parameters teacher = TwoWayNet.newParameters(spec, UNITS, true, 4);
                StudentShard shard = taught(spec, parameters, teacher, WEIGHTS.taught(1, 1))) {
            shard.beginEpoch(7, 1);
            shard.draw();
            Batch batch = shard.batch();
            // Heads start at zero: an untrained teacher believes what both filters say.
            assertThat(batch.beliefMean).isEqualTo(batch.backMean);
            assertThat(batch.beliefScale).isEqualTo(batch.backScale);
            assertThat(batch.signals).doesNotContain(0f);
        }
    }

    @Test
    void aLossOfNoWeightMovesNothing() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = parameters(spec);
                StudentShard imputing = shard(spec, parameters, objective(1, 0), parts(40))) {
            imputing.beginEpoch(7, 1);
            imputing.draw();
            assertThat(imputing.loss(TOTAL, true)).isNotZero();
            assertThat(gradient(parameters, "predict.weight")).containsOnly(0f);
            assertThat(gradient(parameters, "predict.bias")).containsOnly(0f);
            assertThat(gradient(parameters, "impute.bias")).doesNotContain(0f);
        }
        try (Parameters parameters = parameters(spec);
                StudentShard predicting = shard(spec, parameters, objective(0, 1), parts(40))) {
            predicting.beginEpoch(7, 1);
            predicting.draw();
            assertThat(predicting.loss(TOTAL, true)).isNotZero();
            assertThat(gradient(parameters, "impute.weight")).containsOnly(0f);
            assertThat(gradient(parameters, "predict.bias")).doesNotContain(0f);
        }
    }

    @Test
    void aCellThatIsAHoleInTruthCountsForNothing() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = parameters(spec);
                StudentShard shard = shard(spec, parameters, WEIGHTS, parts(40))) {
            shard.beginEpoch(7, 1);
            shard.draw();
            double before = shard.loss(TOTAL, true);
            float[] gradient = gradient(parameters, "weight_ih_l0");
            Batch batch = shard.batch();
            int holes = 0;
            for (int cell = 0; cell < batch.truth.length; cell++) {
                if (Float.isNaN(batch.truth[cell])) {
                    batch.mean[cell] = 1e30f;
                    batch.priorMean[cell] = 1e30f;
                    holes++;
                }
            }
            assertThat(holes).isPositive();
            assertThat(shard.loss(TOTAL, true)).isEqualTo(before);
            assertThat(gradient(parameters, "weight_ih_l0")).isEqualTo(gradient);
        }
    }

    @Test
    void validationBatchesAreTheSameWheneverTheyAreTaken() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = parameters(spec);
                StudentShard shard = shard(spec, parameters, WEIGHTS, parts(40))) {
            double[] first = validate(shard);
            shard.beginEpoch(7, 1);
            shard.draw();
            shard.loss(TOTAL, true);
            assertThat(validate(shard)).isEqualTo(first).doesNotHaveDuplicates();
            shard.beginEpoch(7, 2);
            shard.draw();
            shard.loss(TOTAL, true);
            assertThat(validate(shard)).isEqualTo(first);
        }
    }

    @Test
    void anEpochsLanesComeFromSeedEpochAndShardAlone() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 3, 1);
        try (Parameters parameters = parameters(spec);
                StudentShard shard = shard(spec, parameters, WEIGHTS, parts(40))) {
            float[] first = drawn(shard, 7, 1);
            assertThat(drawn(shard, 7, 2)).isNotEqualTo(first);
            assertThat(drawn(shard, 8, 1)).isNotEqualTo(first);
            assertThat(drawn(shard, 7, 1)).isEqualTo(first);
            try (StudentShard second =
                    new StudentShard(
                            Frozen.causal(spec, Fixtures.anchors(spec)),
                            parameters,
                            source(spec, parts(40)),
                            source(spec, parts(40)),
                            OPTIONS,
                            WEIGHTS,
                            1)) {
                assertThat(drawn(second, 7, 1)).isNotEqualTo(first);
            }
        }
    }

    private static float[] drawn(StudentShard shard, long seed, int epoch) {
        shard.beginEpoch(seed, epoch);
        shard.draw();
        return shard.batch().inputs.clone();
    }

    private static double[] validate(StudentShard shard) {
        double[] losses = new double[OPTIONS.validationBatches()];
        for (int k = 0; k < losses.length; k++) {
            shard.drawValidation(k);
            losses[k] = shard.loss(TOTAL, false);
        }
        return losses;
    }

    /** Zeroes the states of lanes that begin anew, and counts them. */
    private static int forget(Batch batch, Map<String, double[]> values) {
        int restarts = 0;
        for (int b = 0; b < LANES; b++) {
            if (batch.restarts[b]) {
                Arrays.fill(values.get("h"), b * HIDDEN, (b + 1) * HIDDEN, 0);
                Arrays.fill(values.get("c"), b * HIDDEN, (b + 1) * HIDDEN, 0);
                restarts++;
            }
        }
        return restarts;
    }

    private static double loss(
            PlainStudent plain, Map<String, double[]> values, Batch batch, Objective weights) {
        double[] imputations = plain.imputations(values);
        double[] predictions = plain.predictions(values);
        double sum = 0;
        for (int cell = 0; cell < batch.truth.length; cell++) {
            double truth = batch.truth[cell];
            if (Double.isNaN(truth)) {
                continue;
            }
            int at = cell / ANSWERED * 2 * ANSWERED + cell % ANSWERED;
            double off = (truth - batch.priorMean[cell]) / batch.priorScale[cell];
            sum += weights.prediction() / TOTAL.known() * studentT(predictions, at, off);
            if (batch.hidden[cell]) {
                off = (truth - batch.mean[cell]) / batch.scale[cell];
                sum += weights.imputation() / TOTAL.hidden() * studentT(imputations, at, off);
            }
        }
        return sum;
    }

    private static double taughtLoss(
            PlainStudent plain, Map<String, double[]> values, Batch batch, Objective weights) {
        double belief = weights.belief();
        double sum = loss(plain, values, batch, objective(0, weights.prediction()));
        double truth = loss(plain, values, batch, objective(weights.imputation(), 0));
        double[] imputations = plain.imputations(values);
        double believed = 0;
        for (int cell = 0; cell < batch.truth.length; cell++) {
            if (batch.hidden[cell] || Float.isNaN(batch.truth[cell])) {
                int at = cell / ANSWERED * 2 * ANSWERED + cell % ANSWERED;
                double m = (batch.beliefMean[cell] - batch.mean[cell]) / batch.scale[cell];
                double s = 1.098 * batch.beliefScale[cell] / batch.scale[cell];
                double off = Math.sqrt(3) * s;
                believed +=
                        (4 * studentT(imputations, at, m)
                                        + studentT(imputations, at, m + off)
                                        + studentT(imputations, at, m - off))
                                / 6;
            }
        }
        double distance = 0;
        double[] signals = plain.signals(values);
        for (int k = 0; k < signals.length; k++) {
            distance += Math.pow(signals[k] - batch.signals[k], 2) / signals.length;
        }
        return sum
                + (1 - belief) * truth
                + belief * weights.imputation() / TOTAL.hidden() * believed
                + weights.state() * distance;
    }

    /** −log of Student's density of four degrees of freedom. */
    private static double studentT(double[] answers, int at, double value) {
        double logScale = Math.min(Math.max(answers[at + ANSWERED], -4), 4);
        double u = (value - answers[at]) / Math.exp(logScale);
        return logScale + 2.5 * Math.log(1 + u * u / 4) + Math.log(8.0 / 3);
    }

    private static float[] gradient(Parameters parameters, String name) {
        Parameter parameter = parameters.get(name);
        return parameter.gradient().toArray();
    }

    private static Parameters parameters(StudentSpec spec) {
        Parameters parameters = StudentNet.newParameters(spec, 3);
        Fixtures.shake(parameters, 5);
        return parameters;
    }

    private static List<ZSeries> parts(int to) {
        return Fixtures.parts(3, 0, to);
    }

    private static LaneSource source(StudentSpec spec, List<ZSeries> parts) {
        return new LaneSource(parts, Fixtures.anchors(spec));
    }

    private static Objective objective(double imputation, double prediction) {
        return new Objective(CellLoss.STUDENT_T, imputation, prediction, 0, 0);
    }

    private static StudentShard taught(
            StudentSpec spec, Parameters parameters, Parameters teacher, Objective objective) {
        Supplier<Anchor> anchors = Fixtures.anchors(spec);
        LaneSource source = new LaneSource(parts(40), anchors);
        Frozen frozen =
                new Frozen(spec, anchors, Optional.of(Fixtures.backward(spec)), Optional.empty());
        return new StudentShard(
                frozen, parameters, Optional.of(teacher), source, source, OPTIONS, objective, 0);
    }

    private static StudentShard shard(
            StudentSpec spec, Parameters parameters, Objective weights, List<ZSeries> parts) {
        Supplier<Anchor> anchors = Fixtures.anchors(spec);
        LaneSource source = new LaneSource(parts, anchors);
        return new StudentShard(
                Frozen.causal(spec, anchors), parameters, source, source, OPTIONS, weights, 0);
    }
}
