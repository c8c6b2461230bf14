package io.hindsight.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.train.Progress.Epoch;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {
    private static final String FULL = ReportPage.of(Reports.full());

    @TempDir private Path folder;

    @Test
    void hasEverySectionInItsOrder() throws Exception {
        assertThat(sections(FULL))
                .containsExactly(
                        "methods", "gaps", "lengths", "coverage", "price", "losses", "data");
        assertThat(FULL)
                .contains("How good it is", "What distillation gained", "What causality costs")
                .contains("Share of the truths inside each interval")
                .contains("3 spikes of level")
                .contains("student: best epoch", "reviser: best epoch")
                .contains("hidden size 4", "seed 1");
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        String bare = ReportPage.of(Reports.bare());

        assertThat(sections(bare)).containsExactly("data");
        assertThat(bare).contains("There is no test part").contains("None that comes again");
        assertThat(bare).doesNotContain("Taken out before the training", "href=\"#price\"");
        assertThat(sections(ReportPage.of(Reports.plain())))
                .containsExactly(
                        "methods", "gaps", "lengths", "coverage", "price", "losses", "data");
    }

    @Test
    void needsNothingFromElsewhere() throws Exception {
        assertThat(FULL).doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
        assertThat(parse(FULL).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void showsNamesAsTheyAre() throws Exception {
        assertThat(FULL).doesNotContain("<script").contains("&lt;script&gt;").contains("a &amp; ");
        String text = parse(FULL).getDocumentElement().getTextContent();
        assertThat(text).contains(Reports.EVIL, Reports.AMPERSAND, "<b>.csv", "knows <more>.");
    }

    @Test
    void drawsNoNumberThatIsNone() throws Exception {
        List<Epoch> odd = new ArrayList<>(Reports.EPOCHS);
        odd.add(new Epoch("teacher", 1, 2, Double.NaN, Double.POSITIVE_INFINITY, 1));
        odd.add(new Epoch("teacher", 2, 2, 1, 0.9, 0.9));
        odd.add(new Epoch("fork", 5, 6, 1, 0.9, 0.9));
        odd.add(new Epoch("fork", 6, 6, 1, 0.8, 0.8));
        ReportContents c = Reports.full();
        String page =
                ReportPage.of(
                        new ReportContents(
                                c.files(),
                                c.data(),
                                c.split(),
                                c.options(),
                                c.test(),
                                odd,
                                c.gaps(),
                                c.comparison(),
                                c.seasons(),
                                c.bounds(),
                                c.cleaning(),
                                c.holes(),
                                c.parameters(),
                                c.seconds(),
                                c.notes()));

        assertThat(page).doesNotContain("NaN", "Infinity", "null");
        assertThat(page)
                .contains("teacher: best epoch 2 of 2")
                .contains("fork, from epoch 5 on: best epoch 6 of 6");
        parse(page);
    }

    @Test
    void saysWhatEachPictureShows() throws Exception {
        NodeList pictures = parse(FULL).getElementsByTagName("svg");

        assertThat(pictures.getLength()).isGreaterThan(10);
        for (int k = 0; k < pictures.getLength(); k++) {
            Element picture = (Element) pictures.item(k);
            assertThat(
                            picture.getAttribute("aria-hidden").equals("true")
                                    || !picture.getAttribute("aria-label").isBlank())
                    .as(picture.getAttribute("viewBox"))
                    .isTrue();
        }
    }

    @Test
    void everyLinkLeadsToAPlaceOnThePage() throws Exception {
        NodeList links = parse(FULL).getElementsByTagName("a");

        assertThat(links.getLength()).isEqualTo(sections(FULL).size());
        for (int k = 0; k < links.getLength(); k++) {
            String place = ((Element) links.item(k)).getAttribute("href");
            assertThat(FULL).contains("id=\"" + place.substring(1) + "\"");
        }
    }

    @Test
    void theSameContentsGiveTheSameBytes() throws IOException {
        Path file = folder.resolve("report.html");

        ReportPage.write(Reports.full(), file);

        assertThat(file).hasContent(FULL);
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    }

    private static List<String> sections(String page) throws Exception {
        NodeList sections = parse(page).getElementsByTagName("section");
        List<String> ids = new ArrayList<>();
        for (int k = 0; k < sections.getLength(); k++) {
            ids.add(((Element) sections.item(k)).getAttribute("id"));
        }
        return ids;
    }

    private static Document parse(String page)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }
}
