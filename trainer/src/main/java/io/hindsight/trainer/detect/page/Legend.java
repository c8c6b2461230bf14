package io.hindsight.trainer.detect.page;

import io.hindsight.trainer.page.Markup;

/** What the lines, colours and patterns of the drawings mean. */
final class Legend {
    private Legend() {}

    static void write(Markup out) {
        out.open("ul", "class", "legend", "aria-label", "Legend");
        entry("measured", "measured", out);
        entry("expected", "expected, and its interval", out);
        entry("score", "score", out);
        entry("alarm", "episode", out);
        entry("held", "episode without an alarm", out);
        entry("labelled", "labelled by people", out);
        entry("blind", "not scored", out);
        entry("warming", "warming up", out);
        out.close();
    }

    private static void entry(String kind, String words, Markup out) {
        out.open("li");
        out.leaf("span", "", "class", "sign " + kind, "aria-hidden", "true");
        out.text(words).close();
    }
}
