package io.hindsight.trainer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapesTextAndAttributes() {
        Markup out = new Markup().open("p", "title", "\"<'&").text("a < b & c > 'd'").close();

        assertThat(out)
                .hasToString(
                        "<p title=\"&quot;&lt;&#39;&amp;\">a &lt; b &amp; c &gt; &#39;d&#39;</p>\n");
    }

    @Test
    void replacesSignsThatNoPageCanHold() {
        assertThat(new Markup().text("a\u0000b\u001bc\ud800d\uffffe\u0085f"))
                .hasToString("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
        assertThat(new Markup().text("µg/m³ 😀\t")).hasToString("µg/m³ 😀\t");
    }

    @Test
    void refusesWhatIsNotClosed() {
        assertThatThrownBy(() -> new Markup().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("must be closed: [p]");
    }

    @Test
    void writesBytesAndScriptsThatNothingCanEscapeFrom() {
        byte[] bytes = new byte[20_000];

        assertThat(new Markup().bytes(out -> out.write(bytes), "b", "id", "x"))
                .hasToString("<b id=\"x\">" + Base64.getEncoder().encodeToString(bytes) + "</b>\n");
        assertThat(new Markup().script("a < b && c;\n"))
                .hasToString("<script>//<![CDATA[\na < b && c;\n//]]></script>\n");
        assertThatThrownBy(() -> new Markup().script("'</script>'"))
                .hasMessage("a script must be without ]]>, </ and <!--");
    }

    @Test
    void saysWhatTheFileSays() {
        Markup out =
                new Markup(
                        new Writer() {
                            @Override
                            public void write(char[] signs, int from, int count)
                                    throws IOException {
                                throw new IOException("full");
                            }

                            @Override
                            public void flush() {}

                            @Override
                            public void close() {}
                        });

        assertThatThrownBy(() -> out.open("p"))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("full");
    }
}
