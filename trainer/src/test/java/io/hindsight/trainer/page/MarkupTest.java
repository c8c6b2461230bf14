package io.hindsight.trainer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
