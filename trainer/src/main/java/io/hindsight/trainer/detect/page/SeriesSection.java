package io.hindsight.trainer.detect.page;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The part of the page that tells of one series. */
final class SeriesSection {
    static final String HELP = "help";
    private static final double DAY_MILLIS = 86_400e3;

    private final String id;
    private final DetectedSeries series;

    SeriesSection(int number, DetectedSeries series) {
        this.id = "s" + number;
        this.series = series;
    }

    String id() {
        return id;
    }

    void write(Markup out) {
        List<Integer> order = ChannelOrder.of(series);
        EpisodeParts episodes = new EpisodeParts(id, series);
        open(out);
        out.leaf("h2", series.name(), "id", id + "-title");
        out.open("ul", "class", "figures");
        figures().forEach(figure -> out.leaf("li", figure));
        out.close();
        new Overview(series).write(order.get(0), out);
        tools(out);
        out.open("div", "class", "split");
        new PlotRows(series, order).write(HELP, out);
        episodes.list(out);
        out.close();
        episodes.table(out);
        out.close();
    }

    private void open(Markup out) {
        int channels = series.channels().size();
        StringBuilder labels = new StringBuilder();
        for (LabelWindow label : series.labels()) {
            labels.append(labels.isEmpty() ? "" : " ")
                    .append(label.beginMillis())
                    .append(':')
                    .append(label.endMillis());
        }
        out.open(
                "section",
                "id",
                id,
                "class",
                "series " + (channels <= 2 ? "few" : channels <= PlotRows.OPEN ? "some" : "many"),
                "aria-labelledby",
                id + "-title",
                "data-rows",
                Integer.toString(series.rows().count()),
                "data-interval",
                Long.toString(series.rows().intervalMillis()),
                "data-warming",
                warming(),
                "data-labels",
                labels.toString());
    }

    private String warming() {
        return series.figures().warmingUntilMillis().isPresent()
                ? Long.toString(series.figures().warmingUntilMillis().getAsLong())
                : "";
    }

    /** What is known of the series in figures, a few words each. */
    List<String> figures() {
        List<String> figures = new ArrayList<>();
        ScoredRows rows = series.rows();
        figures.add(
                "%s to %s UTC"
                        .formatted(
                                Numbers.moment(rows.firstMillis()),
                                Numbers.moment(rows.lastMillis())));
        figures.add(
                "%s rows, %s scored"
                        .formatted(
                                Numbers.count(rows.count()),
                                Numbers.count(series.figures().readings())));
        long silent = series.episodes().stream().filter(DetectedEpisode::suppressed).count();
        long alarms = series.episodes().size() - silent;
        figures.add(
                Numbers.count(alarms)
                        + (alarms == 1 ? " alarm" : " alarms")
                        + (silent > 0 ? ", " + silent + " more held back" : ""));
        if (Double.isFinite(series.figures().alarmsPerThousand())) {
            figures.add(rate(series.figures().alarmsPerThousand()));
        }
        series.figures()
                .warmingUntilMillis()
                .ifPresent(until -> figures.add("warming up until " + Numbers.moment(until)));
        return figures;
    }

    /** Per thousand readings, and how often that is by the clock. */
    private String rate(double perThousand) {
        String rate = Numbers.natural(perThousand) + " alarms per 1,000 readings";
        long interval = series.rows().intervalMillis();
        if (interval == 0 || perThousand <= 0) {
            return rate;
        }
        double days = interval / DAY_MILLIS * 1000 / perThousand;
        return rate
                + (days >= 1
                        ? ", one in %s days".formatted(Numbers.natural(days))
                        : ", %s a day".formatted(Numbers.natural(1 / days)));
    }

    private static void tools(Markup out) {
        out.open(
                "div",
                "class",
                "tools",
                "role",
                "toolbar",
                "aria-label",
                "View",
                "hidden",
                "hidden");
        tool("earlier", "◀", "Earlier", out);
        tool("later", "▶", "Later", out);
        tool("in", "+", "Closer", out);
        tool("out", "−", "Farther", out);
        tool("previous", "◀ episode", "Previous episode", out);
        tool("next", "episode ▶", "Next episode", out);
        tool("reset", "all", "All of the series", out);
        out.leaf("output", "", "class", "window", "aria-live", "off");
        out.leaf("span", "", "class", "spoken", "aria-live", "polite");
        out.close();
    }

    private static void tool(String action, String sign, String words, Markup out) {
        out.leaf(
                "button",
                sign,
                "type",
                "button",
                "data-action",
                action,
                "title",
                words,
                "aria-label",
                words);
    }
}
