package io.hindsight.trainer.detect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class DetectionPageTest {
    private static final int MILLION = 1_000_000;

    @TempDir private Path folder;

    @Test
    void tellsOfASeriesInFiguresListsAndTables() throws Exception {
        String page = page(Pages.wave(5000));

        assertThat(page)
                .contains("pump 4", "throughput", "5,000 rows")
                .contains("12 alarms, 2 more held back", "0.310 alarms per 1,000 readings")
                .contains("one in 2.24 days", "warming up until 2024-03-01 08:20")
                .contains("new normal", "no alarm", "Far from what was expected");
        Document document = parse(page);
        assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(1);
        assertThat(headings(document, "h1")).isEqualTo(1);
        assertThat(headings(document, "h2")).isEqualTo(1);
        assertThat(headings(document, "h3")).isEqualTo(1);
    }

    @Test
    void aChannelCalledScriptIsHarmless() throws Exception {
        String page = page(Pages.odd());

        assertThat(page).doesNotContain(Pages.EVIL, "<img");
        Document document = parse(page);
        assertThat(document.getDocumentElement().getTextContent()).contains(Pages.EVIL);
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(runningScripts(document)).isEqualTo(1);
    }

    @Test
    void drawsNoNumberThatIsNone() throws Exception {
        String page = page(Pages.odd());

        Document document = parse(page);
        NodeList paths = document.getElementsByTagName("path");
        for (int k = 0; k < paths.getLength(); k++) {
            assertThat(((Element) paths.item(k)).getAttribute("d")).doesNotContain("NaN", "Inf");
        }
    }

    @Test
    void needsNothingFromElsewhereAndLetsOneScriptRun() throws Exception {
        String page = page(Pages.wave(300));

        assertThat(page).doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
        assertThat(page).contains("default-src &#39;none&#39;", "script-src &#39;sha256-");
        assertThat(runningScripts(parse(page))).isEqualTo(1);
    }

    @Test
    void showsTheChannelsWithTheLargestSharesAndFoldsTheOthers() throws Exception {
        Document document = parse(page(Pages.server(19, 4320)));

        NodeList details = document.getElementsByTagName("summary");
        assertThat(details.item(0).getTextContent()).isEqualTo("13 more channels");
        assertThat(page(Pages.server(8, 600))).doesNotContain("more channels");
    }

    @Test
    void aPageOfAMillionRowsIsSmallAndWrittenAsItComes() throws IOException {
        DetectionContents contents = Pages.wave(MILLION);
        Path file = folder.resolve("page.html");

        DetectionPage.write(contents, file);

        assertThat(Files.size(file)).isBetween(1_000_000L, 6_000_000L);
        LongestPiece longest = new LongestPiece();
        DetectionPage.write(contents, longest);
        assertThat(longest.signs).isEqualTo(Files.readString(file).length());
        assertThat(longest.longest).isLessThan(100_000);
    }

    @Test
    void aMillionRowsOfNothingButNoiseAreUnderTwelveMegabytes() throws IOException {
        LongestPiece page = new LongestPiece();

        DetectionPage.write(Pages.noise(MILLION), page);

        assertThat(page.signs).isLessThan(12_000_000L);
    }

    @Test
    void theSameContentsGiveTheSameBytes() throws IOException {
        assertThat(page(Pages.server(3, 500))).isEqualTo(page(Pages.server(3, 500)));
    }

    /** Keeps nothing but how much came at once. */
    private static final class LongestPiece implements Appendable {
        private long signs;
        private int longest;

        @Override
        public Appendable append(CharSequence piece) {
            signs += piece.length();
            longest = Math.max(longest, piece.length());
            return this;
        }

        @Override
        public Appendable append(CharSequence piece, int from, int to) {
            return append(piece.subSequence(from, to));
        }

        @Override
        public Appendable append(char sign) {
            return append(String.valueOf(sign));
        }
    }

    private static String page(DetectionContents contents) throws IOException {
        StringBuilder page = new StringBuilder();
        DetectionPage.write(contents, page);
        return page.toString();
    }

    private static int headings(Document document, String tag) {
        return document.getElementsByTagName(tag).getLength();
    }

    private static long runningScripts(Document document) {
        NodeList scripts = document.getElementsByTagName("script");
        long running = 0;
        for (int k = 0; k < scripts.getLength(); k++) {
            running += ((Element) scripts.item(k)).getAttribute("type").isEmpty() ? 1 : 0;
        }
        return running;
    }

    private static Document parse(String page)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }
}
