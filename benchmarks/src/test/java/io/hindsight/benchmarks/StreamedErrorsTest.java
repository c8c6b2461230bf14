package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.JudgedCells;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The cells of {@code evaluate}, put together again, must be the figures of {@code evaluate}. */
class StreamedErrorsTest {
    private static final long HOUR = 3_600_000L;
    private static final int SLOTS = 300;
    private static final int CHANNELS = 3;
    private static final long SEED = 7;

    private final DataSet data = walk();
    private final HiddenCells hidden = new HiddenCells(data);
    private final Bundle bundle = drawn();

    StreamedErrorsTest() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int t = SLOTS / 3; t < SLOTS; t++) {
            for (int d = 0; d < CHANNELS; d++) {
                if (random.nextInt(5) == 0) {
                    hidden.hide(0, t, d);
                }
            }
        }
    }

    @Test
    void aJobThatSaysWhatEvaluateSaysHasItsFigures() {
        StreamedErrors errors = errors((cell, causal) -> causal);
        Figures evaluated = evaluated();
        assertThat(errors.cells()).isEqualTo(evaluated.count()).isGreaterThan(50);
        assertThat(errors.mae()).isCloseTo(evaluated.mae(), within(1e-12));
        assertThat(errors.mse()).isCloseTo(evaluated.mse(), within(1e-12));
        assertThat(errors.isThatOf(evaluated)).isTrue();
    }

    @Test
    void oneCellThatIsOffByOneBitIsSeen() {
        StreamedErrors errors =
                errors((cell, causal) -> cell == 17 ? Math.nextUp((float) causal) : causal);
        assertThat(errors.largestDifference()).isPositive().isLessThan(1e-5);
        assertThat(errors.isThatOf(evaluated())).isFalse();
    }

    @Test
    void oneCellThatIsMissingIsSeen() {
        StreamedErrors errors = errors((cell, causal) -> cell == 17 ? Double.NaN : causal);
        assertThat(errors.missing()).isEqualTo(1);
        assertThat(errors.mae()).isFinite();
        assertThat(errors.isThatOf(evaluated())).isFalse();
    }

    private StreamedErrors errors(Job job) {
        StreamedErrors errors = new StreamedErrors(bundle.normaliser());
        JudgedCells.forEach(
                bundle,
                data,
                hidden,
                (series, slot, channel, truth, causal, revised) ->
                        errors.add(channel, truth, job.said(errors.cells(), causal), causal));
        return errors;
    }

    private Figures evaluated() {
        return Judge.judge(bundle, data, hidden).causal().z();
    }

    /** What a job might say of a cell of which {@code evaluate} says something. */
    private interface Job {
        double said(long cell, double causal);
    }

    private static Bundle drawn() {
        try {
            return DrawnBundle.of(
                    new StudentSpec(
                            CellKind.GRU,
                            4,
                            List.of("a", "b", "c"),
                            0,
                            List.of("", "", ""),
                            HOUR,
                            List.of(),
                            AnchorSpec.NONE));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSet walk() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        double[][] values = new double[SLOTS][CHANNELS];
        for (int t = 1; t < SLOTS; t++) {
            for (int d = 0; d < CHANNELS; d++) {
                values[t][d] = 0.9 * values[t - 1][d] + random.nextDouble() - 0.5;
            }
        }
        return new DataSet(
                List.of("a", "b", "c"), HOUR, List.of(SensorSeries.of("one", 0, HOUR, values)));
    }
}
