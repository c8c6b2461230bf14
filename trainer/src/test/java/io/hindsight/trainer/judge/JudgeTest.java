package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.CsvFiles;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private static final double NAN = Double.NaN;
    private static final Offset<Double> CLOSE = Offset.offset(1e-6);

    @TempDir private Path folder;

    @Test
    void judgesAllMethodsOnTheSameCellsInZUnitsAndInTheChannelsOwn() throws Exception {
        DataSet data = data(new double[][] {{10}, {12}, {14}, {30}, {NAN}, {20}});
        Path mask =
                CsvFiles.gzip(
                        folder,
                        "mask.csv.gz",
                        "time,sensor,channel",
                        "1970-01-01T02:00:00Z,a,x",
                        "1970-01-01T03:00:00Z,a,x",
                        "1970-01-01T04:00:00Z,a,x");

        Judgement judgement = Judge.judge(zeroBundle(), data, MaskFile.read(mask, data));

        // Seen: 10, 12, hidden, hidden, a true hole, 20. Held: 12, 12. Line: 14, 16. Scale: 2.
        Figures locf = judgement.locf().channels().get("x");
        assertThat(locf.count()).isEqualTo(2);
        assertThat(locf.mae()).isEqualTo(10, CLOSE);
        assertThat(locf.mse()).isEqualTo(164, CLOSE);
        assertThat(locf.mre()).isEqualTo(20.0 / 44, CLOSE);
        assertThat(locf.r2()).isEqualTo(1 - 328.0 / 128, CLOSE);
        assertThat(judgement.locf().z().mae()).isEqualTo(5, CLOSE);
        assertThat(judgement.linear().channels().get("x").mae()).isEqualTo(7, CLOSE);
        assertThat(judgement.linear().seesFuture()).isTrue();
        assertThat(judgement.locf().channelsInZ().get("x")).isEqualTo(judgement.locf().z());
        assertThat(judgement.locf().gapLengths()).containsOnlyKeys("2-3");
        assertThat(judgement.causal().z().mae())
                .as("a student with zero heads holds the last value")
                .isEqualTo(judgement.locf().z().mae());
        assertThat(judgement.causal().z().spread().crps()).isPositive();
        assertThat(judgement.locf().z().spread()).isNull();
    }

    @Test
    void theCausalStepsQuantilesAreThoseOfItsSpread() throws Exception {
        DataSet data = data(new double[][] {{10}, {12}, {14}, {16}});
        HiddenCells hidden = new HiddenCells(data);
        hidden.hide(0, 2, 0);
        SensorStep step = new SensorStep(zeroBundle());
        StepResult result = new StepResult(1);
        ModelMemory memory = step.newMemory();
        for (double value : new double[] {10, 12, NAN}) {
            step.step(memory, 0, new double[] {value}, result);
        }

        Estimates causal =
                new ModelRun(zeroBundle(), new VisibleSeries(data.series().get(0), hidden, 0))
                        .causal();

        assertThat(causal.hasSpread()).isTrue();
        assertThat(causal.value(2, 0)).isEqualTo(12, CLOSE);
        assertThat(causal.quantile(2, 0, 0.5)).isEqualTo(12, CLOSE);
        // The spread is that of a normal distribution with the same 90 % interval.
        assertThat(causal.quantile(2, 0, 0.95))
                .isEqualTo(12 + 1.644854 * result.spread[0], Offset.offset(1e-5));
    }

    @Test
    void theRidgeIsFittedOnWhatPrecedesTheTrainingPartsEndAndTheFirstHiddenCell() throws Exception {
        double[][] values = new double[600][1];
        for (int t = 0; t < values.length; t++) {
            values[t][0] = t < 100 || t >= 300 ? 5 : 9;
        }
        DataSet data = data(values);
        HiddenCells hidden = new HiddenCells(data);
        for (int t = 300; t < 500; t++) {
            hidden.hide(0, t, 0);
        }
        long hour = 3_600_000;

        // Deep in the gap the ridge says the mean of what it was fitted on: 5, or 5 and 9.
        assertThat(deepest(Judge.judge(zeroBundle(), data, hidden, 100 * hour)))
                .isEqualTo(0, CLOSE);
        assertThat(deepest(Judge.judge(zeroBundle(), data, hidden, 200 * hour))).isGreaterThan(1);
        assertThat(Judge.judge(zeroBundle(), data, hidden, 200 * hour * 4))
                .isEqualTo(Judge.judge(zeroBundle(), data, hidden));
        assertThat(Judge.judge(zeroBundle(), data, hidden, 40 * hour).of(MethodName.RIDGE))
                .isEmpty();
        assertThat(Judge.judge(zeroBundle(), data, new HiddenCells(data)).causal().z().count())
                .isZero();
    }

    private static double deepest(Judgement judgement) {
        return judgement.of(MethodName.RIDGE).orElseThrow().gapLengths().get("more").mae();
    }

    @Test
    void aMaskMayNameAReadingByItsOwnTimeThoughItCameALittleLate() throws IOException {
        DataSet data = data(new double[][] {{10}, {12}, {14}, {16}});
        Path mask =
                CsvFiles.write(
                        folder,
                        "late.csv",
                        "time,sensor,channel",
                        "1970-01-01T00:59:00Z,a,x",
                        "1970-01-01T02:01:00Z,a,x");

        HiddenCells hidden = MaskFile.read(mask, data);

        assertThat(hidden.count()).isEqualTo(2);
        assertThat(hidden.isHidden(0, 1, 0)).isTrue();
        assertThat(hidden.isHidden(0, 2, 0)).isTrue();
    }

    @Test
    void namesTheMaskRowThatTheDataDoesNotHave() throws IOException {
        DataSet data = data(new double[][] {{1}, {2}});
        Path mask =
                CsvFiles.write(
                        folder, "mask.csv", "time,sensor,channel", "1970-01-01T02:00:00Z,a,x");
        Path other =
                CsvFiles.write(
                        folder, "other.csv", "time,sensor,channel", "1970-01-01T01:00:00Z,b,x");

        assertThatThrownBy(() -> MaskFile.read(mask, data))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        mask
                                + ", line 2, column time: the sensor has no slot at this time:"
                                + " '1970-01-01T02:00:00Z'");
        assertThatThrownBy(() -> MaskFile.read(other, data))
                .hasMessage(other + ", line 2, column sensor: the data has no such sensor: 'b'");
    }

    @Test
    void hidesTheWantedShareInRunsAsLongAsTheDatasHoles() {
        double[][] values = new double[2000][1];
        values[3][0] = NAN;
        values[4][0] = NAN;
        values[5][0] = NAN;
        DataSet data = data(values);

        HiddenCells hidden = new MaskMaker(data).hide(1000 * 3_600_000L, 0.1, 4);

        assertThat(hidden.count()).isEqualTo(100);
        int runs = 0;
        for (int t = 1; t < 2000; t++) {
            boolean begins = hidden.isHidden(0, t, 0) && !hidden.isHidden(0, t - 1, 0);
            runs += begins ? 1 : 0;
            assertThat(t < 1000 && hidden.isHidden(0, t, 0)).isFalse();
        }
        assertThat(runs).isBetween(25, 36);
        assertThat(new MaskMaker(data(new double[50][1])).hide(0, 0.2, 4).count()).isEqualTo(10);
    }

    private static DataSet data(double[][] values) {
        SensorSeries series = SensorSeries.of("a", 0, 3_600_000, values);
        return new DataSet(List.of("x"), 3_600_000, List.of(series));
    }

    private static Bundle zeroBundle() throws BundleException {
        StudentSpec spec =
                new StudentSpec(CellKind.GRU, 2, List.of("x"), List.of(""), 3_600_000, List.of());
        Map<String, float[]> zeros = new HashMap<>();
        Parameters.netShapes(spec)
                .forEach(
                        (name, shape) -> {
                            int length = shape.length == 1 ? shape[0] : shape[0] * shape[1];
                            zeros.put(name, new float[length]);
                        });
        return Bundle.of(spec, new Normaliser(new double[1], new double[] {2}), zeros, Map.of());
    }
}
