package io.hindsight.trainer.detect.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One page of HTML about what was detected, complete in itself: no network, light or dark as the
 * reader likes. Its one script may run because the page names the script's digest; nothing else
 * may. The same contents give the same bytes, which go to the file as they come.
 */
public final class DetectionPage {
    private static final List<String> SCRIPTS =
            List.of("columns.js", "paint.js", "drawing.js", "series.js", "controls.js");

    private DetectionPage() {}

    /** Writes the page; a file that is there is replaced. */
    public static void write(DetectionContents contents, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            write(contents, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static void write(DetectionContents contents, Appendable file) throws IOException {
        file.append("<!DOCTYPE html>\n");
        Markup out = new Markup(file);
        String script = script();
        out.open("html", "lang", "en");
        head(contents.title(), script, out);
        out.open("body");
        List<SeriesSection> sections = new ArrayList<>();
        for (DetectedSeries series : contents.series()) {
            sections.add(new SeriesSection(sections.size(), series));
        }
        header(contents, sections, out);
        out.open("main");
        sections.forEach(section -> section.write(out));
        out.close();
        footer(out);
        out.script(script);
        out.close().close().end();
    }

    private static void head(String title, String script, Markup out) {
        out.open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'"
                        .formatted(digest(Markup.scriptBody(script))));
        out.leaf("title", "Detected: " + title);
        out.style(Sheet.look() + Sheet.of(DetectionPage.class, "detection.css"));
        out.close();
    }

    private static void header(
            DetectionContents contents, List<SeriesSection> sections, Markup out) {
        out.open("header");
        out.leaf("p", "Hindsight: what was detected", "class", "kind");
        out.leaf("h1", contents.title());
        contents.summary().forEach(sentence -> out.leaf("p", sentence));
        Legend.write(out);
        out.leaf(
                "p",
                "Drag to move, click an episode to go to it. When a drawing has the focus, the"
                        + " wheel and + and − zoom, ← and → move, N and P go through the episodes, ,"
                        + " and . read one row after the other, 0 shows all. Ctrl and wheel zooms"
                        + " without focus.",
                "class",
                "rule",
                "id",
                SeriesSection.HELP);
        out.open("noscript");
        out.leaf("p", "Without a script this page shows overviews, lists and tables.");
        out.close().close();
        if (sections.size() > 1) {
            out.open("nav", "aria-label", "Contents").open("ol");
            for (int k = 0; k < sections.size(); k++) {
                String name = contents.series().get(k).name();
                out.open("li").leaf("a", name, "href", "#" + sections.get(k).id()).close();
            }
            out.close().close();
        }
    }

    private static void footer(Markup out) {
        out.open("footer");
        out.leaf(
                "p",
                "A score is −log₁₀ of the probability of so strange a row: 3 is one in a thousand."
                        + " What was expected was said before the row was seen. All times are UTC.");
        out.close();
    }

    private static String script() {
        StringBuilder script = new StringBuilder("'use strict';\n");
        SCRIPTS.forEach(name -> script.append(Sheet.of(DetectionPage.class, name)));
        return script.toString();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
