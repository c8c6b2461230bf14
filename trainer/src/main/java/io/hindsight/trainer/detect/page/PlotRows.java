package io.hindsight.trainer.detect.page;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Markup.ByteSource;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The rows of drawings of a series: what each of them is of, and the numbers to draw it from. */
final class PlotRows {
    /** So many channels are seen at once; more are folded away. */
    static final int OPEN = 6;

    /** Two or three more than that are not worth a fold. */
    private static final int FOLD_FROM = OPEN + 3;

    private final DetectedSeries series;
    private final List<Integer> order;

    PlotRows(DetectedSeries series, List<Integer> order) {
        this.series = series;
        this.order = order;
    }

    private int open() {
        return order.size() < FOLD_FROM ? order.size() : OPEN;
    }

    void write(String help, Markup out) {
        out.open(
                "div",
                "class",
                "stack",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                "Drawings of " + series.name(),
                "aria-describedby",
                help);
        plain("lanes", "episodes", "Where the episodes and labels are", out);
        out.open("div", "class", "rows open");
        order.subList(0, open()).forEach(channel -> channel(channel, out));
        out.close();
        score(out);
        plain("axis", "UTC", "Time", out);
        if (open() < order.size()) {
            out.open("details", "class", "more");
            out.leaf("summary", order.size() - open() + " more channels");
            out.open("div", "class", "rows");
            order.subList(open(), order.size()).forEach(channel -> channel(channel, out));
            out.close().close();
        }
        out.leaf("div", "", "class", "cross", "hidden", "hidden");
        out.close();
    }

    private void plain(String kind, String name, String label, Markup out) {
        out.open("div", "class", "row " + kind).open("div", "class", "label");
        out.leaf("span", name);
        if (kind.equals("lanes") && !series.labels().isEmpty()) {
            out.leaf("span", "labels");
        }
        out.close();
        canvas(label, out);
        if (kind.equals("lanes")) {
            long[] times = series.rows().timesMillis();
            data("times", bytes -> PackedColumn.writeTimes(times, bytes), out);
        }
        out.close();
    }

    private void channel(int index, Markup out) {
        DetectedChannel channel = series.channels().get(index);
        out.open("div", "class", "row channel", "data-channel", Integer.toString(index));
        label(channel.name(), out);
        canvas(channel.name() + ", measured and expected", out);
        column("values", row -> channel.values()[row], Precision.VALUE, out);
        channel.band().ifPresent(band -> band(band, out));
        out.close();
    }

    private void band(ExpectedBand band, Markup out) {
        column("expected", band::expected, Precision.EXPECTED, out);
        column("below", band::below, Precision.WIDTH, out);
        column("above", band::above, Precision.WIDTH, out);
    }

    private void score(Markup out) {
        out.open("div", "class", "row score");
        label("score, −log₁₀ p", out);
        canvas("Score of each row", out);
        double[] scores = series.rows().scores();
        column("scores", row -> scores[row], Precision.SCORE, out);
        data("statuses", bytes -> PackedColumn.writeStatuses(series.rows(), bytes), out);
        out.close();
    }

    private static void label(String name, Markup out) {
        out.open("div", "class", "label").leaf("span", "", "class", "share");
        out.leaf("b", name, "title", name);
        out.leaf("span", "", "class", "reading");
        out.close();
    }

    private static void canvas(String label, Markup out) {
        out.leaf("canvas", "", "role", "img", "aria-label", label);
    }

    private void column(String name, IntToDoubleFunction values, Precision precision, Markup out) {
        int rows = series.rows().count();
        data(name, bytes -> PackedColumn.write(values, rows, precision, bytes), out);
    }

    /** Numbers for the script; the browser neither shows nor runs them. */
    private static void data(String name, ByteSource bytes, Markup out) {
        out.bytes(bytes, "script", "type", "text/plain", "data-column", name);
    }
}
