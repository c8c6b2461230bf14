package io.hindsight.trainer.report;

import io.hindsight.trainer.judge.Bounds;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.Intervals;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All ways to fill that were judged, side by side. */
final class MethodsSection implements Section {

    private final ReportContents contents;

    MethodsSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "methods";
    }

    @Override
    public String title() {
        return "Beside other ways to fill";
    }

    @Override
    public boolean hasContent() {
        return contents.test().isPresent();
    }

    @Override
    public void write(Markup out) {
        Judgement test = contents.test().orElseThrow();
        Intervals intervals = test.intervals();
        out.leaf(
                "p",
                "Errors on the same hidden cells, in z units; less is better. The line on a bar is"
                        + " the 90 % interval. * looks past the gap.");
        Parts.table(
                out,
                "Mean absolute error (MAE) of each method",
                List.of("method", "MAE", "90 % interval", "RMSE", "R²", "MAE above causal"));
        double most = 0;
        for (MethodFigures method : test.methods().values()) {
            most = Math.max(most, highest(method.z()));
        }
        for (Map.Entry<MethodName, MethodFigures> method : test.methods().entrySet()) {
            row(method.getKey(), method.getValue(), most, out);
        }
        Parts.endTable(out);
        if (test.of(MethodName.SEASONAL_NAIVE).isEmpty()) {
            out.leaf(
                    "p",
                    "Seasonal naive and ridge are left out: irregular sensors have no slots.",
                    "class",
                    "rule");
        }
        out.leaf(
                "p",
                "Intervals: %s draws of blocks of %s, %s of which fill the time that is judged."
                        .formatted(
                                Numbers.count(intervals.resamples()),
                                Numbers.duration(Duration.ofMillis(intervals.blockMillis())),
                                Numbers.count(intervals.blocks())),
                "class",
                "rule");
    }

    private static void row(MethodName name, MethodFigures method, double most, Markup out) {
        Figures z = method.z();
        out.open("tr").leaf("th", name.title() + (name.seesFuture() ? " *" : ""), "scope", "row");
        Parts.bar(out, look(name), z.mae(), z.bounds(), most);
        out.leaf("td", interval(z.bounds())).leaf("td", Numbers.z(z.rmse()));
        out.leaf("td", Numbers.z(z.r2())).leaf("td", difference(method)).close();
    }

    /** The error, or the high end of its interval. */
    static double highest(Figures figures) {
        return figures.bounds() == null
                ? figures.mae()
                : Math.max(figures.mae(), figures.bounds().maeHigh());
    }

    static String interval(Bounds bounds) {
        return bounds == null
                ? Numbers.NONE
                : Numbers.z(bounds.maeLow()) + " to " + Numbers.z(bounds.maeHigh());
    }

    private static String difference(MethodFigures method) {
        return method.maeAboveCausal() == null
                ? Numbers.NONE
                : Numbers.z(method.maeAboveCausal().value())
                        + (method.maeAboveCausal().clear() ? "" : " (not clear)");
    }

    static Look look(MethodName name) {
        return switch (name) {
            case CAUSAL -> Look.CAUSAL;
            case REVISED -> Look.REVISED;
            case ANCHOR -> Look.ANCHOR;
            case LOCF -> Look.LAST;
            case MOVING_AVERAGE, SEASONAL_NAIVE, RIDGE, LINEAR -> Look.OTHER;
        };
    }
}
