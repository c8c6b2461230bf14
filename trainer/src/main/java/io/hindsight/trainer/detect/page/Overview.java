package io.hindsight.trainer.detect.page;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Picture;
import io.hindsight.trainer.page.Scale;
import java.util.Arrays;

/**
 * All of a series at once: the channel that matters most, the score, and where the episodes and
 * labels are. It is drawn beforehand, so that it is there without a script and on paper; with one,
 * the stretch that is looked at is moved on it.
 */
final class Overview {
    static final int WIDTH = 1200;
    static final int HEIGHT = 76;
    private static final double LANE = 7;
    private static final double LINE_TOP = 10;
    private static final double LINE_BOTTOM = 46;
    private static final double SCORE_BOTTOM = 68;
    private static final double LEAST_WIDTH = 2.5;

    private final DetectedSeries series;
    private final long[] times;

    Overview(DetectedSeries series) {
        this.series = series;
        this.times = series.rows().timesMillis();
    }

    void write(int channel, Markup out) {
        DetectedChannel line = series.channels().get(channel);
        out.open("div", "class", "overview");
        Picture picture = Picture.stretched(out, WIDTH, HEIGHT, label(line.name()));
        for (LabelWindow label : series.labels()) {
            mark(picture, "label-mark", label.beginMillis(), label.endMillis(), HEIGHT - LANE);
        }
        for (DetectedEpisode episode : series.episodes()) {
            String style = episode.suppressed() ? "episode-mark suppressed" : "episode-mark";
            mark(picture, style, episode.beginMillis(), episode.endMillis(), 0);
        }
        draw(picture, Extremes.of(times, row -> line.values()[row], WIDTH));
        drawScores(picture, Extremes.of(times, row -> series.rows().scores()[row], WIDTH));
        picture.end();
        out.leaf("div", "", "class", "brush", "hidden", "hidden");
        out.close();
    }

    private String label(String channel) {
        return "All of %s: %s, the score below it, episodes above, labels at the bottom"
                .formatted(series.name(), channel);
    }

    private void mark(Picture picture, String style, long begin, long end, double y) {
        double from = Extremes.column(times, clamped(begin), WIDTH);
        double to = Extremes.column(times, clamped(end), WIDTH) + 1.0;
        picture.rectangle(style, from, y, Math.max(LEAST_WIDTH, to - from), LANE);
    }

    private long clamped(long millis) {
        return Math.max(series.rows().firstMillis(), Math.min(series.rows().lastMillis(), millis));
    }

    /** Columns may be empty since rows are few; where more of them are, values are missing. */
    private void draw(Picture picture, Extremes line) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int x = 0; x < line.columns(); x++) {
            if (Double.isFinite(line.first(x))) {
                low = Math.min(low, line.least(x));
                high = Math.max(high, line.greatest(x));
            }
        }
        Scale y = new Scale(low, high, LINE_BOTTOM, LINE_TOP);
        int bridged = 2 + 2 * line.columns() / times.length;
        int points = 5 * line.columns();
        double[] xs = new double[points];
        double[] ys = new double[points];
        int count = 0;
        int empty = 0;
        for (int x = 0; x < line.columns(); x++) {
            if (Double.isNaN(line.first(x))) {
                empty++;
                continue;
            }
            if (empty > bridged) {
                ys[count++] = Double.NaN;
            }
            empty = 0;
            double[] values = {line.first(x), line.least(x), line.greatest(x), line.last(x)};
            for (int k = 0; k < values.length; k++) {
                xs[count] = x + 0.2 + 0.2 * k;
                ys[count++] = y.at(values[k]);
            }
        }
        picture.path("overview-line", Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }

    private static void drawScores(Picture picture, Extremes scores) {
        double most = 1;
        for (int x = 0; x < scores.columns(); x++) {
            most = Double.isNaN(scores.greatest(x)) ? most : Math.max(most, scores.greatest(x));
        }
        Scale y = new Scale(0, most, SCORE_BOTTOM, LINE_BOTTOM + 2);
        double[] xs = new double[scores.columns()];
        double[] lows = new double[scores.columns()];
        double[] highs = new double[scores.columns()];
        for (int x = 0; x < scores.columns(); x++) {
            xs[x] = x + 0.5;
            lows[x] = SCORE_BOTTOM;
            highs[x] = y.at(Math.max(0, scores.greatest(x)));
        }
        picture.band("overview-score", xs, lows, highs, 0.5);
    }
}
