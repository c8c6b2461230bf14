package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.trainer.LearntWay;
import io.hindsight.trainer.TrainingMetrics;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.compare.Comparison.Row;
import io.hindsight.trainer.train.Hiding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistilledTest {

    @Test
    void weighsKindsAlikeAndCellsWithinAKind() {
        Distilled distilled =
                Distilled.of(
                        metrics(
                                new Row("a", Kind.CELLS, 30, 0.2, 0.1, 0.1, 0, 0.1),
                                new Row("b", Kind.CELLS, 10, 0.6, 0.5, 0.1, 0, 0.1),
                                new Row("a", Kind.GAPS, 1, 0.9, 0.6, 0.3, 0, 0.2),
                                new Row("b", Kind.GAPS, 0, Double.NaN, Double.NaN, 0, 0, 0)));
        assertThat(distilled.anchor()).isCloseTo((0.3 + 0.9) / 2, within(1e-12));
        assertThat(distilled.student()).isCloseTo((0.2 + 0.6) / 2, within(1e-12));
        assertThat(distilled.change()).isCloseTo(-50, within(1e-9));
        assertThat(distilled.taken()).isEqualTo(1);
    }

    @Test
    void aMeanCountsHowOftenTheTaughtOneWasTaken() {
        Distilled mean =
                Distilled.mean(List.of(new Distilled(1, 2, 3, 4, 1), new Distilled(3, 2, 1, 0, 0)));
        assertThat(mean).isEqualTo(new Distilled(2, 2, 2, 2, 0.5));
    }

    private static TrainingMetrics metrics(Row... rows) {
        return new TrainingMetrics(
                null,
                1,
                0,
                0,
                0,
                0,
                new Comparison(List.of(rows), true, List.of()),
                0,
                0,
                0,
                null,
                List.of(),
                List.of(
                        new LearntWay(0, 0, 1.01, false),
                        new LearntWay(0.5, 0, 1.02, false),
                        new LearntWay(0.5, 0.1, 1, true)),
                List.of(),
                null);
    }
}
