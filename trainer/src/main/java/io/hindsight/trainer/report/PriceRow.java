package io.hindsight.trainer.report;

import io.hindsight.trainer.compare.Comparison.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
                mean(rows, Row::anchor),
                mean(rows, Row::student),
                mean(rows, Row::taught),
                mean(rows, Row::teacher),
                mean(rows, Row::revised));
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
        double sum = 0;
        long cells = 0;
        for (Row row : rows) {
            if (row.cells() > 0) {
                sum += row.cells() * figure.applyAsDouble(row);
                cells += row.cells();
            }
        }
        return cells == 0 ? Double.NaN : sum / cells;
    }

    List<Double> values() {
        return List.of(anchor, student, taught, teacher, revised);
    }
}
