package io.hindsight.trainer.report;

import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.compare.Comparison.Row;
import java.util.List;

/** Rows of a comparison taken together, each weighing as much as it has cells. */
record PriceRow(
        String name,
        long cells,
        double anchor,
        double student,
        double taught,
        double teacher,
        double revised) {

    /** A method that has no figure in one of the rows has none for all of them. */
    static PriceRow of(String name, List<Row> rows) {
        return new PriceRow(
                name,
                rows.stream().mapToLong(Row::cells).sum(),
                Comparison.mean(rows, Row::anchor),
                Comparison.mean(rows, Row::student),
                Comparison.mean(rows, Row::taught),
                Comparison.mean(rows, Row::teacher),
                Comparison.mean(rows, Row::revised));
    }

    List<Double> values() {
        return List.of(anchor, student, taught, teacher, revised);
    }
}
