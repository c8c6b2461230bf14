package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.CsvFiles;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrregularJudgeTest {
    private static final DataSet DATA =
            new DataSet(
                    List.of("x"),
                    List.of(),
                    0,
                    1_000,
                    List.of(
                            SensorSeries.irregular(
                                    "a",
                                    new long[] {0, 1_000, 1_500, 9_000, 11_000},
                                    1_000,
                                    new double[][] {{1}, {2}, {3}, {7}, {12}})));

    @TempDir private Path folder;

    @Test
    void whatCountsSlotsIsLeftOutAndALineIsDrawnByTime() throws Exception {
        Judgement judgement = Judge.judge(heldValues(), DATA, mask("00:00:01.500", "00:00:09"));

        assertThat(judgement.methods())
                .containsOnlyKeys(
                        MethodName.CAUSAL,
                        MethodName.LOCF,
                        MethodName.MOVING_AVERAGE,
                        MethodName.LINEAR);
        assertThat(judgement.locf().channels().get("x").mae()).isEqualTo((1 + 5) / 2.0);
        assertThat(judgement.causal().z().mae())
                .as("on held values")
                .isEqualTo(judgement.locf().z().mae());
        // From 2 at 1 s to 12 at 11 s: 2.5 and 10.
        assertThat(judgement.linear().channels().get("x").mae())
                .isCloseTo((0.5 + 3) / 2, within(1e-9));
        assertThat(judgement.locf().gapLengths()).containsOnlyKeys("2-3");
    }

    @Test
    void aMaskNamesTheTimesOfReadings() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mask("00:00:01.499"))
                .withMessageContaining("the sensor has no slot at this time");
    }

    private HiddenCells mask(String... times) throws IOException {
        String[] rows =
                Arrays.stream(times).map(t -> "1970-01-01T" + t + "Z,a,x").toArray(String[]::new);
        String[] lines = new String[rows.length + 1];
        lines[0] = "time,sensor,channel";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return MaskFile.read(CsvFiles.write(folder, "mask.csv", lines), DATA);
    }

    private static Bundle heldValues() throws BundleException {
        StudentSpec spec =
                new StudentSpec(CellKind.GRU, 2, List.of("x"), List.of(""), 1_000, List.of())
                        .irregular(1_000);
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
