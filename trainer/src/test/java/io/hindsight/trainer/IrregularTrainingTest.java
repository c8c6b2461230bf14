package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.season.Seasons;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.report.ReportContents;
import io.hindsight.trainer.report.ReportPage;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrregularTrainingTest {
    private static final int READINGS = 4_000;
    private static final DataSet DATA = Irregular.processes(1, READINGS, 2, 1);
    private static final DataSet WITHOUT_TIMES = Irregular.withoutTimes(DATA);
    private static final Trained TRAINED = train(DATA, small().build());

    @TempDir private Path folder;

    @Test
    void theTimesOfTheReadingsMakeABetterModelOfThem() {
        Trained without = train(WITHOUT_TIMES, small().build());

        MethodFigures judged = TRAINED.metrics().test().causal();
        MethodFigures other = without.metrics().test().causal();
        assertThat(judged.z().count()).as("the same cells").isEqualTo(other.z().count());
        assertThat(judged.z().mae())
                .isLessThan(0.95 * other.z().mae())
                .isLessThan(0.8 * TRAINED.metrics().test().locf().z().mae());
        assertThat(predictionError(TRAINED.bundle(), DATA))
                .isLessThan(0.95 * predictionError(without.bundle(), WITHOUT_TIMES));
    }

    @Test
    void theStudentCorrectsValuesThatLoseTheirMeaningWhereTheseAreBetterThanHeldOnes() {
        Trained held = train(DATA, small().anchor(AnchorKind.NONE).build());

        assertThat(TRAINED.bundle().spec().anchor()).isEqualTo(AnchorSpec.DECAY);
        assertThat(TRAINED.metrics().notes())
                .anyMatch(note -> note.startsWith("anchor: absolute plus squared error "));
        assertThat(held.bundle().spec().anchor()).isEqualTo(AnchorSpec.NONE);
        assertThat(TRAINED.metrics().test().causal().z().mae())
                .isLessThan(held.metrics().test().causal().z().mae());
        assertThat(predictionError(TRAINED.bundle(), DATA))
                .isLessThan(0.95 * predictionError(held.bundle(), DATA));
    }

    /** Mean squared error of what was expected of the test part's readings, in z units. */
    private static double predictionError(Bundle bundle, DataSet data) {
        SensorSeries series = data.series().get(0);
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(2);
        double sum = 0;
        int from = READINGS * 85 / 100;
        for (int t = 0; t < series.length(); t++) {
            step.step(memory, series.timeMillis(t), row(series, t), result);
            for (int d = 0; d < 2 && t >= from; d++) {
                double off = (result.expected[d] - series.value(t, d)) / (1 + d);
                sum += off * off;
            }
        }
        return sum / (2 * (READINGS - from));
    }

    @Test
    void theBundleIsIrregularAndReadsBack() throws Exception {
        byte[] file = BundleCodec.write(TRAINED.bundle());
        Bundle back = BundleCodec.read(file);

        assertThat(back.spec().isRegular()).isFalse();
        assertThat(back.spec().paceMillis()).isEqualTo(Irregular.PACE);
        assertThat(back.spec().backwardSize()).isZero();
        assertThat(BundleCodec.write(back)).isEqualTo(file);
        assertThat(TRAINED.metrics().notes())
                .anyMatch(note -> note.startsWith("irregular sensors: "));
    }

    @Test
    void theIntervalWidensWithTheTimeSinceTheLastValue() {
        float[] spreads = spreadsAfter(1, 4, 16, 64);

        for (int k = 1; k < spreads.length; k++) {
            assertThat(spreads[k]).as("%d", k).isGreaterThan(spreads[k - 1]);
        }
    }

    /** Of a prediction so many quarters of a pace after the last of a few readings. */
    private static float[] spreadsAfter(int... quarters) {
        SensorStep step = new SensorStep(TRAINED.bundle());
        SensorSeries series = DATA.series().get(0);
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(2);
        int last = 200;
        for (int t = 0; t <= last; t++) {
            step.step(memory, series.timeMillis(t), row(series, t), result);
        }
        float[] spreads = new float[quarters.length];
        for (int k = 0; k < quarters.length; k++) {
            long time = series.timeMillis(last) + quarters[k] * Irregular.PACE / 4;
            step.step(memory.copy(), time, row(series, last), result);
            spreads[k] = result.spread[0];
        }
        return spreads;
    }

    private static double[] row(SensorSeries series, int slot) {
        return new double[] {series.value(slot, 0), series.value(slot, 1)};
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        TrainingOptionsBuilder options = small().epochs(1);

        byte[] one = BundleCodec.write(train(DATA, options.threads(1).build()).bundle());
        byte[] two = BundleCodec.write(train(DATA, options.threads(2).build()).bundle());
        byte[] moved = BundleCodec.write(train(WITHOUT_TIMES, options.build()).bundle());

        assertThat(two).isEqualTo(one).isNotEqualTo(moved);
    }

    @Test
    void aPageIsWrittenAboutIt() throws IOException {
        List<Progress.Epoch> epochs = new ArrayList<>();
        TrainingOptions options = small().epochs(1).build();
        Split split = split(DATA);
        Trained trained = Training.train(DATA, split, options, epochs::add);
        Seasons seasons = Seasons.find(DATA, split);
        List<Path> files = List.of(Path.of("plant.csv"));

        Path page = folder.resolve("page.html");
        ReportPage.write(
                ReportContents.of(files, DATA, split, seasons, options, trained, epochs), page);

        assertThat(page)
                .content()
                .contains("Irregular, usually every", "10 min")
                .contains("Seasonal naive and ridge are left out")
                .doesNotContain("NaN");
    }

    @Test
    void whatCountsSlotsIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> train(DATA, TrainingOptions.defaults()))
                .withMessage(
                        "the anchor of irregular sensors must be none or decay, since a filter"
                                + " counts slots: filter");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> train(DATA, small().context(true).build()))
                .withMessage("irregular sensors must have no context, since that is of a slot");
    }

    private static Trained train(DataSet data, TrainingOptions options) {
        return Training.train(data, split(data), options, Progress.SILENT);
    }

    /** By readings, so that the parts are the same whatever the times are. */
    private static Split split(DataSet data) {
        SensorSeries series = data.series().get(0);
        return new Split(
                series.timeMillis(READINGS * 70 / 100), series.timeMillis(READINGS * 85 / 100));
    }

    private static TrainingOptionsBuilder small() {
        return TrainingOptions.builder()
                .anchor(AnchorKind.DECAY)
                .hiddenSize(12)
                .lanes(20)
                .epochs(12)
                .threads(2);
    }
}
