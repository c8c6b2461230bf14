package io.hindsight.trainer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing in SVG: axes, lines, bands and marks, of which the style alone knows the colours. A
 * number that is none is never drawn; it breaks a line.
 */
public final class Picture {
    private final Markup out;

    /**
     * Begins a drawing.
     *
     * @param label what it shows, for those who cannot see it
     */
    public Picture(Markup out, int width, int height, String label) {
        this(out, width, height, label, "xMidYMid");
    }

    private Picture(Markup out, int width, int height, String label, String ratio) {
        this.out = out;
        out.open(
                "svg",
                "class",
                "picture",
                "viewBox",
                "0 0 " + width + " " + height,
                "preserveAspectRatio",
                ratio,
                "role",
                "img",
                "aria-label",
                label);
    }

    /** Begins a drawing that is as wide and as high as the style says, whatever that does to it. */
    public static Picture stretched(Markup out, int width, int height, String label) {
        return new Picture(out, width, height, label, "none");
    }

    public void end() {
        out.close();
    }

    /** Lines across and their values at the left. */
    public void leftAxis(Scale y, double left, double right, int count) {
        double[] ticks = y.ticks(count);
        for (double tick : ticks) {
            line("grid", left, y.at(tick), right, y.at(tick));
            text("tick end", left - 6, y.at(tick) + 4, Scale.label(tick, ticks));
        }
    }

    public void bottomAxis(Scale x, double y, int count) {
        double[] ticks = x.ticks(count);
        for (double tick : ticks) {
            line("mark", x.at(tick), y, x.at(tick), y + 4);
            text("tick middle", x.at(tick), y + 17, Scale.label(tick, ticks));
        }
        line("axis", x.start(), y, x.end(), y);
    }

    public void timeAxis(Scale x, double y, int most) {
        long[] ticks = x.timeTicks(most);
        for (long tick : ticks) {
            double at = x.at((double) tick);
            line("mark", at, y, at, y + 4);
            text("tick middle", at, y + 17, Scale.timeLabel(tick, ticks));
        }
        line("axis", x.start(), y, x.end(), y);
    }

    public void line(String style, double x1, double y1, double x2, double y2) {
        if (areNumbers(x1, y1, x2, y2)) {
            out.empty(
                    "line", "class", style, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
        }
    }

    public void rectangle(String style, double x, double y, double width, double height) {
        if (areNumbers(x, y, width, height)) {
            out.empty(
                    "rect",
                    "class",
                    style,
                    "x",
                    at(x),
                    "y",
                    at(y),
                    "width",
                    at(Math.max(0, width)),
                    "height",
                    at(Math.max(0, height)));
        }
    }

    /** A place that says something when it is pointed at. */
    public void hint(double x, double y, double width, double height, String text) {
        out.open(
                "rect",
                "class",
                "hint",
                "x",
                at(x),
                "y",
                at(y),
                "width",
                at(width),
                "height",
                at(height));
        out.leaf("title", text).close();
    }

    public void text(String style, double x, double y, String text) {
        out.leaf("text", text, "class", style, "x", at(x), "y", at(y));
    }

    /** A line through points, broken where a point is none. */
    public void path(String style, double[] xs, double[] ys) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < xs.length; i++) {
            boolean number = areNumbers(xs[i], ys[i]);
            if (number) {
                path.append(drawing ? "L" : "M").append(at(xs[i])).append(' ').append(at(ys[i]));
            }
            drawing = number;
        }
        if (path.length() > 0) {
            out.empty("path", "class", style, "d", path.toString());
        }
    }

    /**
     * The space between two lines, in pieces where a point is none.
     *
     * @param half how far it reaches beyond the first and the last point of a piece
     */
    public void band(String style, double[] xs, double[] lows, double[] highs, double half) {
        int i = 0;
        while (i < xs.length) {
            int end = i;
            while (end < xs.length && areNumbers(xs[end], lows[end], highs[end])) {
                end++;
            }
            if (end > i) {
                piece(style, xs, lows, highs, half, i, end);
            }
            i = end + 1;
        }
    }

    private void piece(
            String style,
            double[] xs,
            double[] lows,
            double[] highs,
            double half,
            int from,
            int to) {
        List<String> points = new ArrayList<>();
        points.add(at(xs[from] - half) + " " + at(highs[from]));
        for (int k = from; k < to; k++) {
            points.add(at(xs[k]) + " " + at(highs[k]));
        }
        points.add(at(xs[to - 1] + half) + " " + at(highs[to - 1]));
        points.add(at(xs[to - 1] + half) + " " + at(lows[to - 1]));
        for (int k = to - 1; k >= from; k--) {
            points.add(at(xs[k]) + " " + at(lows[k]));
        }
        points.add(at(xs[from] - half) + " " + at(lows[from]));
        out.empty("path", "class", style, "d", "M" + String.join("L", points) + "Z");
    }

    /** A mark of its method's own shape. */
    public void mark(Mark mark, double x, double y, double size) {
        if (areNumbers(x, y)) {
            out.empty("path", "class", "fill " + mark.style(), "d", mark.shape(x, y, size));
        }
    }

    public void circle(String style, double x, double y, double radius) {
        if (areNumbers(x, y)) {
            out.empty("circle", "class", style, "cx", at(x), "cy", at(y), "r", at(radius));
        }
    }

    /** A length in the picture's units. */
    public static String at(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static boolean areNumbers(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
