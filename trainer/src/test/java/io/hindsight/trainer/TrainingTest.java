package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.Hiding;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final DataSet WAVES = Recordings.waves(2, 1200, 2, 0.03, 5);
    private static final Split SPLIT = Split.chronological(WAVES);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(CellKind cell) {
        TrainingOptionsBuilder options = small().cell(cell).epochs(2);

        byte[] first = bundle(options.threads(1).build());
        byte[] again = bundle(options.threads(1).build());
        byte[] two = bundle(options.threads(2).build());
        byte[] three = bundle(options.threads(3).build());
        byte[] otherSeed = bundle(options.seed(2).build());

        assertThat(again).isEqualTo(first);
        assertThat(two).isEqualTo(first);
        assertThat(three).isEqualTo(first);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    @Test
    void aShortTrainingIsFarBetterThanTheLastObservation() throws IOException {
        List<Progress.Epoch> epochs = new ArrayList<>();
        TrainingOptions options = small().epochs(10).build();

        Trained trained = Training.train(WAVES, SPLIT, options, epochs::add);
        TrainingMetrics metrics = trained.metrics();

        assertThat(metrics.test().causal().z().mae())
                .isLessThan(0.6 * metrics.test().locf().z().mae());
        List<Progress.Epoch> student =
                epochs.stream().filter(e -> e.network().equals("student")).toList();
        assertThat(student.get(student.size() - 1).trainLoss())
                .isLessThan(student.get(0).trainLoss());
        assertThat(metrics.notes()).anyMatch(note -> note.startsWith("own scale: "));
        Path file = folder.resolve("metrics.json");
        metrics.write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/test/causal/mae").asDouble())
                .isEqualTo(metrics.test().causal().z().mae());
        assertThat(json.at("/test/locf/channels/channel-1/rmse").asDouble()).isPositive();
        assertThat(json.at("/seed").asLong()).isEqualTo(1);
    }

    @Test
    void theSpreadWidensAsASilenceLastsAndStaysBounded() {
        Bundle bundle =
                Training.train(WAVES, SPLIT, small().epochs(3).build(), Progress.SILENT).bundle();
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        SensorSeries series = WAVES.series().get(0);
        StepResult result = new StepResult(bundle.spec().answeredCount());
        for (int t = 0; t < 600; t++) {
            step.step(memory, series.timeMillis(t), row(series, t), result);
        }
        float[][] spreads = new float[168][];
        for (int k = 0; k < spreads.length; k++) {
            step.step(memory, series.timeMillis(600 + k), silence(series), result);
            spreads[k] = result.spread.clone();
        }
        for (int d = 0; d < spreads[0].length; d++) {
            assertThat(spreads[3][d]).as("channel %d", d).isGreaterThan(spreads[0][d]);
            assertThat(spreads[23][d]).as("channel %d", d).isGreaterThan(1.5f * spreads[0][d]);
            assertThat(spreads[167][d])
                    .as("channel %d", d)
                    .isBetween(0.7f * spreads[23][d], 3 * spreads[23][d]);
        }
    }

    private static double[] row(SensorSeries series, int t) {
        double[] row = silence(series);
        Arrays.setAll(row, d -> series.value(t, d));
        return row;
    }

    private static double[] silence(SensorSeries series) {
        double[] row = new double[series.channelCount()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    @ParameterizedTest
    @EnumSource(AnchorKind.class)
    void trainsOnAnyAnchorAndTheBundleReadsBack(AnchorKind anchor) throws Exception {
        TrainingOptions options =
                small().anchor(anchor).form(FilterForm.CHEAP).epochs(1).threads(2).build();

        byte[] file = bundle(options);

        StudentSpec spec = BundleCodec.read(file).spec();
        assertThat(spec.anchor().kind()).isEqualTo(anchor);
        assertThat(spec.hiddenSize()).isEqualTo(12);
        assertThat(BundleCodec.write(BundleCodec.read(file))).isEqualTo(file);
    }

    @Test
    void setsTheModelsPartsSideBySideAndSaysWhatATeacherGains() {
        Trained trained =
                Training.train(
                        WAVES, SPLIT, small().epochs(3).teacherEpochs(3).build(), Progress.SILENT);

        Comparison comparison = trained.metrics().comparison();
        assertThat(comparison.rows()).hasSize(2 * Hiding.Kind.values().length);
        for (Comparison.Row row : comparison.rows()) {
            assertThat(row.cells()).isPositive();
            assertThat(row.teacher()).isBetween(0.0, row.anchor());
            assertThat(row.taught()).isPositive();
            assertThat(row.revised()).isPositive();
        }
        assertThat(trained.metrics().notes())
                .anyMatch(note -> note.startsWith("distillation: validation loss "))
                .anyMatch(note -> note.startsWith("causality costs "));
        assertThat(trained.metrics().ways())
                .hasSize(3)
                .satisfies(ways -> assertThat(ways.get(0).isTaught()).isFalse())
                .filteredOn(LearntWay::chosen)
                .singleElement()
                .extracting(LearntWay::validationLoss)
                .isEqualTo(trained.metrics().bestValidationLoss());
    }

    @Test
    void withoutATeacherThereIsNoTaughtStudent() {
        Trained trained =
                Training.train(
                        WAVES, SPLIT, small().epochs(1).teacherEpochs(0).build(), Progress.SILENT);

        assertThat(trained.metrics().comparison().rows())
                .allMatch(row -> Double.isNaN(row.taught()) && Double.isNaN(row.teacher()));
        assertThat(trained.metrics().notes()).noneMatch(note -> note.contains("teacher"));
        assertThat(trained.metrics().ways()).singleElement().matches(LearntWay::chosen);
    }

    @Test
    void takesTheContextOfAGroupAsGivenChannelsAndJudgesByWhatIsSeenOfIt() {
        TrainingOptions options = small().epochs(1).context(true).build();

        Trained trained = Training.train(WAVES, SPLIT, options, Progress.SILENT);

        StudentSpec spec = trained.bundle().spec();
        assertThat(spec.channels())
                .containsExactly(
                        "channel-0",
                        "channel-1",
                        "channel-0@others",
                        "channel-1@others",
                        "count@others");
        assertThat(spec.answeredCount()).isEqualTo(2);
        assertThat(trained.bundle().context())
                .contains(new ContextSpec(3_600_000, GroupContext.phaseMillis(WAVES), 2, 2));
        assertThat(trained.metrics().test().causal().z().mae()).isPositive();
    }

    @Test
    void refusesAPartOfAContext() {
        DataSet part =
                new DataSet(
                        List.of("channel-0", "count@others"),
                        List.of("count@others"),
                        WAVES.intervalMillis(),
                        WAVES.series());

        assertThatThrownBy(() -> Training.train(part, SPLIT, small().build(), Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the channels of a context must be [channel-0@others, count@others] and"
                                + " come last: [channel-0, count@others]");
    }

    @ParameterizedTest
    @EnumSource(AnchorKind.class)
    void seesGivenChannelsAndAnswersForTheOthers(AnchorKind anchor) {
        DataSet given =
                new DataSet(
                        WAVES.channels(),
                        List.of("channel-1"),
                        WAVES.intervalMillis(),
                        WAVES.series());
        TrainingOptions options = small().epochs(1).anchor(anchor).build();

        Trained trained = Training.train(given, SPLIT, options, Progress.SILENT);

        assertThat(trained.bundle().spec().answeredCount()).isEqualTo(1);
        assertThat(trained.metrics().test().causal().z().mae()).isPositive();
    }

    @Test
    void keepsWithinTheBoundsThatAreAskedFor() {
        TrainingOptions options =
                small().epochs(1).bounds(AskedBounds.parse("channel-1=-0.5..0.5")).build();

        Bundle bundle = Training.train(WAVES, SPLIT, options, Progress.SILENT).bundle();

        assertThat(bundle.bounds().limit(1, 3)).isEqualTo(0.5);
        assertThat(bundle.bounds().limit(0, 3)).isEqualTo(3);
    }

    @Test
    void trainsWithoutATestPartAndReportsNone() {
        Split split = new Split(900 * 3_600_000L, 1200 * 3_600_000L);

        Trained trained = Training.train(WAVES, split, small().epochs(1).build(), Progress.SILENT);

        assertThat(trained.metrics().test()).isNull();
    }

    @Test
    void saysWhichPartOfTheDataIsEmpty() {
        Split split = new Split(1300 * 3_600_000L, 1400 * 3_600_000L);

        assertThatThrownBy(() -> Training.train(WAVES, split, small().build(), Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessage("the data has no slot in the validation part");
    }

    @Test
    void reportsAllFaultyOptionsAtOnce() {
        assertThatThrownBy(
                        () ->
                                TrainingOptions.builder()
                                        .hiddenSize(0)
                                        .lanes(3)
                                        .dropout(1)
                                        .periods(List.of(Duration.ZERO))
                                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "hiddenSize must be 1 to 1024: 0; lanes must be a multiple of 2: 3;"
                                + " dropout must be 0.0 to 0.9: 1.0; periods must be positive:"
                                + " PT0S");
    }

    private static TrainingOptionsBuilder small() {
        return TrainingOptions.builder()
                .hiddenSize(12)
                .updatesPerEpoch(15)
                .teacherEpochs(1)
                .reviserEpochs(2)
                .steps(48)
                .lanes(16)
                .learningRate(0.01)
                .periods(List.of(Duration.ofDays(1)));
    }

    private static byte[] bundle(TrainingOptions options) {
        return BundleCodec.write(Training.train(WAVES, SPLIT, options, Progress.SILENT).bundle());
    }
}
