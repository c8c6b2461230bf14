package io.hindsight.trainer.detect.page;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A series' episodes: as a list beside the drawings, and as a table. */
final class EpisodeParts {
    private static final List<String> HEADS =
            List.of("episode", "begin", "peak", "end", "severity", "channels", "remark", "id");

    private final String seriesId;
    private final List<EpisodeWords> episodes = new ArrayList<>();
    private final double worst;

    EpisodeParts(String seriesId, DetectedSeries series) {
        this.seriesId = seriesId;
        double most = 0;
        for (DetectedEpisode episode : series.episodes()) {
            episodes.add(new EpisodeWords(series, episode, episodes.size() + 1));
            most = Double.isFinite(episode.severity()) ? Math.max(most, episode.severity()) : most;
        }
        worst = most;
    }

    /** The list: each episode has a button, which leads the drawings to it. */
    void list(Markup out) {
        out.open("div", "class", "found");
        out.leaf("h3", "Episodes", "id", seriesId + "-episodes");
        if (episodes.isEmpty()) {
            out.leaf("p", "None: nothing in this series was strange enough.");
        }
        out.open("ol", "class", "episodes", "aria-labelledby", seriesId + "-episodes");
        episodes.forEach(episode -> item(episode, out));
        out.close().close();
    }

    private void item(EpisodeWords words, Markup out) {
        DetectedEpisode episode = words.episode();
        out.open(
                "li",
                "id",
                seriesId + "-e" + words.number(),
                "class",
                episode.suppressed() ? "episode suppressed" : "episode",
                "data-begin",
                Long.toString(episode.beginMillis()),
                "data-end",
                Long.toString(episode.endMillis()),
                "data-shares",
                words.data(),
                "data-new-normal",
                Boolean.toString(episode.newNormal()));
        out.open("button", "type", "button", "aria-pressed", "false");
        out.leaf("b", Integer.toString(words.number()), "aria-label", words.title());
        out.leaf("span", words.when(), "class", "when");
        words.badges().forEach(badge -> out.leaf("span", badge, "class", "badge"));
        out.close();
        out.leaf("p", episode.sentence());
        severity(words, out);
        shares(words, out);
        out.close();
    }

    private void severity(EpisodeWords words, Markup out) {
        double share = worst > 0 ? words.episode().severity() / worst : 0;
        double width = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
        out.open("div", "class", "severity");
        out.leaf("span", "severity " + words.severity());
        out.open("svg", "aria-hidden", "true");
        out.empty(
                "rect",
                "width",
                String.format(Locale.ROOT, "%.1f%%", 100 * width),
                "height",
                "100%",
                "rx",
                "2");
        out.close().close();
    }

    private static void shares(EpisodeWords words, Markup out) {
        if (words.series().channels().size() > 1 && !words.shares().isEmpty()) {
            out.open("ul", "class", "shares");
            for (ChannelShare share : words.shares()) {
                out.leaf("li", words.share(share), "title", words.explained(share));
            }
            out.close();
        }
    }

    /** The table, for those who read rather than look. */
    void table(Markup out) {
        if (episodes.isEmpty()) {
            return;
        }
        out.open("details", "class", "table");
        out.leaf("summary", "The episodes as a table");
        String caption = "Episodes, times are UTC";
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table").leaf("caption", caption).open("thead").open("tr");
        HEADS.forEach(head -> out.leaf("th", head, "scope", "col"));
        out.leaf("th", "what happened", "scope", "col", "class", "prose");
        out.close().close().open("tbody");
        episodes.forEach(episode -> row(episode, out));
        out.close().close().close().close();
    }

    private static void row(EpisodeWords words, Markup out) {
        DetectedEpisode episode = words.episode();
        out.open("tr").leaf("th", Integer.toString(words.number()), "scope", "row");
        out.leaf("td", Numbers.moment(episode.beginMillis()));
        out.leaf("td", Numbers.moment(episode.peakMillis()));
        out.leaf("td", Numbers.moment(episode.endMillis()));
        out.leaf("td", words.severity());
        String shares = words.shares().stream().map(words::share).collect(Collectors.joining(", "));
        out.leaf("td", shares.isEmpty() ? Numbers.NONE : shares);
        String remarks = String.join(", ", words.badges());
        out.leaf("td", remarks.isEmpty() ? Numbers.NONE : remarks);
        out.leaf("td", episode.id());
        out.leaf("td", episode.sentence(), "class", "prose");
        out.close();
    }
}
