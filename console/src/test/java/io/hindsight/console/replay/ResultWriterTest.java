package io.hindsight.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import io.hindsight.trainer.data.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {
    private static final List<String> CHANNELS = List.of("level", "a \"b\", c");

    @TempDir private Path folder;

    @Test
    void everyNumberReadsBackToTheSameBits() throws IOException {
        long seed = 17;
        Random random = new Random(seed);
        List<StepResult> results = new ArrayList<>();
        for (int row = 0; row < 2_000; row++) {
            results.add(anyBits(random));
        }
        Path file = folder.resolve("results.csv");
        try (ResultWriter writer = new ResultWriter(file, CHANNELS, false)) {
            for (StepResult result : results) {
                writer.write(new ReplayedRow("s", 0, result.observed, Optional.of(scored(result))));
            }
            writer.finish();
        }

        try (CsvFile csv = new CsvFile(file)) {
            for (StepResult result : results) {
                assertThat(csv.next()).isTrue();
                for (int d = 0; d < CHANNELS.size(); d++) {
                    int at = 3 + 5 * d;
                    assertThat(asDouble(csv.field(at)))
                            .as("seed %d", seed)
                            .isEqualTo(Double.doubleToLongBits(result.observed[d]));
                    float[] written = {
                        result.expected[d],
                        result.spread[d],
                        result.imputed[d],
                        result.channelScore[d]
                    };
                    for (int k = 0; k < written.length; k++) {
                        assertThat(asFloat(csv.field(at + 1 + k)))
                                .as("seed %d", seed)
                                .isEqualTo(Float.floatToIntBits(written[k]));
                    }
                }
            }
            assertThat(csv.next()).isFalse();
        }
    }

    @Test
    void leavesNothingBehindWhenTheRowsBreakOff() throws IOException {
        Path file = folder.resolve("broken-off.csv");
        try (ResultWriter writer = new ResultWriter(file, CHANNELS, false)) {
            writer.write(new ReplayedRow("s", 0, new double[] {1, 2}, Optional.empty()));
        }

        assertThat(folder.resolve("broken-off.csv")).doesNotExist();
        assertThat(folder.resolve("broken-off.csv.part")).doesNotExist();
    }

    @Test
    void namesAreQuotedAndARowWithoutAResultHasItsValuesAlone() throws IOException {
        Path file = folder.resolve("results.csv.gz");
        try (ResultWriter writer = new ResultWriter(file, CHANNELS, false)) {
            writer.write(
                    new ReplayedRow(
                            "north, 1",
                            3_600_000,
                            new double[] {1.5, Double.NaN},
                            Optional.empty()));
            writer.finish();
        }

        assertThat(Files.readAllBytes(file)).startsWith(0x1f, 0x8b);
        try (CsvFile csv = new CsvFile(file)) {
            assertThat(csv.header())
                    .startsWith("time", "sensor", "status", "level_observed", "level_expected")
                    .endsWith("a \"b\", c_imputed", "a \"b\", c_score")
                    .hasSize(13);
            assertThat(csv.next()).isTrue();
            assertThat(csv.field(0)).isEqualTo("1970-01-01T01:00:00Z");
            assertThat(csv.field(1)).isEqualTo("north, 1");
            assertThat(csv.field(2)).isEqualTo("unused");
            assertThat(csv.field(3)).isEqualTo("1.5");
            for (int column = 4; column < 13; column++) {
                assertThat(csv.field(column)).isEmpty();
            }
        }
    }

    @Test
    void revisedValuesStandBesideWhatWasSaidAtOnceAndGivenChannelsHaveTheirValuesAlone()
            throws IOException {
        StepResult result = new StepResult(1);
        Arrays.fill(result.observed, Double.NaN);
        Arrays.fill(result.channelScore, Float.NaN);
        result.imputed[0] = 4;
        ReplayedRow row =
                new ReplayedRow("s", 0, new double[] {Double.NaN, 7}, Optional.of(scored(result)));
        row.revise(result.with(new float[] {5.5f}, new float[] {0.25f}));
        Path file = folder.resolve("revised.csv");
        try (ResultWriter writer = new ResultWriter(file, List.of("level", "set"), true)) {
            writer.write(row);
            writer.finish();
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "time,sensor,status,level_observed,level_expected,level_spread,level_imputed,"
                                + "level_score,level_revised,level_revised_spread,set_observed,"
                                + "set_expected,set_spread,set_imputed,set_score,set_revised,"
                                + "set_revised_spread",
                        "1970-01-01T00:00:00Z,s,scored,,0.0,0.0,4.0,,5.5,0.25,7.0,,,,,,");
    }

    private static Answer scored(StepResult result) {
        return new Answer(Answer.Status.SCORED, 1, result);
    }

    private static StepResult anyBits(Random random) {
        StepResult result = new StepResult(CHANNELS.size());
        for (int d = 0; d < CHANNELS.size(); d++) {
            result.observed[d] = Double.longBitsToDouble(random.nextLong());
            result.expected[d] = Float.intBitsToFloat(random.nextInt());
            result.spread[d] = Float.intBitsToFloat(random.nextInt());
            result.imputed[d] = random.nextBoolean() ? Float.NaN : -0f;
            result.channelScore[d] = random.nextFloat();
        }
        return result;
    }

    private static long asDouble(String text) {
        return Double.doubleToLongBits(text.isEmpty() ? Double.NaN : Double.parseDouble(text));
    }

    private static int asFloat(String text) {
        return Float.floatToIntBits(text.isEmpty() ? Float.NaN : Float.parseFloat(text));
    }
}
