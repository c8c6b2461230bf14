package io.hindsight.trainer.compare;

import io.hindsight.trainer.train.Hiding;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The price of causality: what the parts of a model make of the same hidden cells.
 *
 * @param rows one for each channel and kind of loss
 * @param taughtTaken whether the student that had a teacher is the model's
 * @param sentences what the rows say, for people
 */
public record Comparison(List<Row> rows, boolean taughtTaken, List<String> sentences) {
    public Comparison {
        rows = List.copyOf(rows);
        sentences = List.copyOf(sentences);
    }

    /**
     * A figure of several rows together, each weighing as much as it has cells; NaN without a cell,
     * and if one of the rows has no such figure.
     */
    public static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
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

    /**
     * Mean absolute errors in z units, NaN where there is none.
     *
     * @param cells that were hidden and judged
     * @param anchor the linear filter alone
     * @param student the student, trained without a teacher
     * @param taught the student, trained with a teacher
     * @param revised what is said when the gap has closed
     * @param teacher the teacher itself, which sees the future
     */
    public record Row(
            String channel,
            Hiding.Kind kind,
            long cells,
            double anchor,
            double student,
            double taught,
            double revised,
            double teacher) {}
}
