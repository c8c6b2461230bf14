package io.hindsight.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One page of HTML about a training, complete in itself: no script, no network, light or dark as
 * the reader likes. The same contents give the same bytes.
 */
public final class ReportPage {
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; style-src 'unsafe-inline'";

    private ReportPage() {}

    public static void write(ReportContents contents, Path file) throws IOException {
        Files.writeString(file, of(contents), UTF_8);
    }

    static String of(ReportContents contents) {
        Head head = new Head(contents);
        List<Section> sections =
                List.of(
                        new MethodsSection(contents),
                        new GapsSection(contents),
                        new LengthsSection(contents),
                        new CoverageSection(contents),
                        new PriceSection(contents),
                        new LossSection(contents),
                        new DataSection(contents));
        List<Section> shown = sections.stream().filter(Section::hasContent).toList();
        Markup out = new Markup();
        out.open("html", "lang", "en").open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty(
                "meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_FROM_ELSEWHERE);
        out.leaf("title", "Training report: " + head.subject());
        out.style(Sheet.look() + Sheet.of(ReportPage.class, "report.css")).close();
        out.open("body");
        head.write(out);
        contents(shown, out);
        out.open("main");
        for (Section section : shown) {
            out.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
            out.leaf("h2", section.title(), "id", section.id() + "-title");
            section.write(out);
            out.close();
        }
        out.close();
        out.open("footer");
        out.leaf(
                "p",
                "z units are standard deviations of a channel in the training part. Hidden cells"
                        + " are values of the test part that were kept from the model and then"
                        + " compared with what it said. All times are UTC.");
        out.close().close().close();
        return "<!DOCTYPE html>\n" + out + "\n";
    }

    private static void contents(List<Section> shown, Markup out) {
        out.open("nav", "aria-label", "Contents").open("ol");
        for (Section section : shown) {
            out.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
        }
        out.close().close();
    }
}
