package io.hindsight.benchmarks;

import io.hindsight.trainer.TrainingMetrics;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.train.Hiding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What came of a training with a teacher: mean absolute errors on hidden cells of the test part, in
 * z units, as the mean of the kinds of loss.
 *
 * @param anchor the filter alone
 * @param student that learned by the truth alone
 * @param taught that had a teacher, the better one of them on validation
 * @param teacher itself, which sees the future
 * @param taken how often validation chose the taught one, 0 or 1; a share in a mean
 */
record Distilled(double anchor, double student, double taught, double teacher, double taken) {
    static Distilled of(TrainingMetrics metrics) {
        List<Comparison.Row> rows = metrics.comparison().rows();
        boolean taken = metrics.ways().stream().anyMatch(way -> way.isTaught() && way.chosen());
        return new Distilled(
                overKinds(rows, Comparison.Row::anchor),
                overKinds(rows, Comparison.Row::student),
                overKinds(rows, Comparison.Row::taught),
                overKinds(rows, Comparison.Row::teacher),
                taken ? 1 : 0);
    }

    static Distilled mean(List<Distilled> all) {
        return new Distilled(
                mean(all, Distilled::anchor),
                mean(all, Distilled::student),
                mean(all, Distilled::taught),
                mean(all, Distilled::teacher),
                mean(all, Distilled::taken));
    }

    private static double mean(List<Distilled> all, ToDoubleFunction<Distilled> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** The mean over the kinds of the mean over a kind's cells. */
    private static double overKinds(
            List<Comparison.Row> rows, ToDoubleFunction<Comparison.Row> error) {
        return Arrays.stream(Hiding.Kind.values())
                .map(kind -> rows.stream().filter(row -> row.kind() == kind).toList())
                .mapToDouble(ofKind -> Comparison.mean(ofKind, error))
                .filter(mean -> !Double.isNaN(mean))
                .average()
                .orElse(Double.NaN);
    }

    /** By how many per cent the teacher changed the student's error. */
    double change() {
        return 100 * (taught / student - 1);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%8.4f %8.4f %8.4f %8.4f %+7.1f%%",
                anchor,
                student,
                taught,
                teacher,
                change());
    }
}
