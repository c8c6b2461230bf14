package io.hindsight.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.compare.Comparison.Row;
import io.hindsight.trainer.train.Hiding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceRowTest {
    @Test
    void weighsRowsByTheirCells() {
        PriceRow row = PriceRow.of("all", List.of(row(10, 1), row(30, 2), row(0, Double.NaN)));

        assertThat(row.cells()).isEqualTo(40);
        assertThat(row.anchor()).isEqualTo(1.75);
    }

    @Test
    void aMethodMustHaveAFigureInEachRowToHaveOneForAll() {
        assertThat(PriceRow.of("all", List.of(row(10, 1), row(30, Double.NaN))).anchor()).isNaN();
        assertThat(PriceRow.of("none", List.of()).anchor()).isNaN();
    }

    private static Row row(long cells, double anchor) {
        return new Row("x", Hiding.Kind.RUNS, cells, anchor, 1, 1, 1, 1);
    }
}
