package io.hindsight.trainer.report;

import io.hindsight.trainer.judge.Bounds;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.util.List;
import java.util.Locale;

/** Pieces of the page that several sections are made of. */
final class Parts {
    private Parts() {}

    /** Opens a figure that {@link #endFigure} closes. */
    static void figure(Markup out, String caption) {
        out.open("figure").leaf("figcaption", caption);
    }

    static void endFigure(Markup out) {
        out.close();
    }

    /** What the colours and shapes of a drawing mean. */
    static void legend(Markup out, List<Look> looks) {
        out.open("ul", "class", "legend");
        for (Look look : looks) {
            out.open("li");
            out.open("svg", "viewBox", "0 0 14 14", "aria-hidden", "true");
            out.empty("path", "class", "fill " + look.style(), "d", look.shape(7, 7, 4.5));
            out.close();
            out.text(look.title()).close();
        }
        out.close();
    }

    /** Opens a table that {@link #endTable} closes; what a phone is too narrow for scrolls. */
    static void table(Markup out, String caption, List<String> heads) {
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table").leaf("caption", caption);
        out.open("thead").open("tr");
        heads.forEach(head -> out.leaf("th", head, "scope", "col"));
        out.close().close().open("tbody");
    }

    static void endTable(Markup out) {
        out.close().close().close();
    }

    /** A row of which the first cell is its name. */
    static void row(Markup out, String name, List<String> cells) {
        out.open("tr").leaf("th", name, "scope", "row");
        cells.forEach(cell -> out.leaf("td", cell));
        out.close();
    }

    /** Opens what is hidden until it is asked for; {@link #endDetails} closes it. */
    static void details(Markup out, String summary) {
        out.open("details").leaf("summary", summary);
    }

    static void endDetails(Markup out) {
        out.close();
    }

    /**
     * A cell with a number and a bar as long as it; a dash alone if it is none.
     *
     * @param bounds a line on the bar; null for none
     * @param most the number whose bar fills the cell
     */
    static void bar(Markup out, Look look, double value, Bounds bounds, double most) {
        if (!Double.isFinite(value)) {
            out.leaf("td", Numbers.NONE);
            return;
        }
        out.open("td", "class", "bar").leaf("span", Numbers.z(value));
        out.open("svg", "aria-hidden", "true");
        out.empty(
                "rect",
                "class",
                "fill " + look.style(),
                "width",
                width(value / most),
                "height",
                "100%",
                "rx",
                "2");
        if (bounds != null) {
            out.empty(
                    "line",
                    "class",
                    "whisker",
                    "x1",
                    width(bounds.maeLow() / most),
                    "x2",
                    width(bounds.maeHigh() / most),
                    "y1",
                    "50%",
                    "y2",
                    "50%");
        }
        out.close().close();
    }

    /** A share as a width; none of what is no number. */
    static String width(double share) {
        double whole = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
        return String.format(Locale.ROOT, "%.1f%%", 100 * whole);
    }
}
