package io.hindsight.trainer.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/**
 * Writes elements that are HTML and XML at once: whatever was opened is closed, all text and all
 * attributes are escaped. It keeps nothing of what it has written.
 */
public final class Markup {
    private final Appendable out;
    private final Deque<String> opened = new ArrayDeque<>();

    /** Markup in memory, see {@link #toString}. */
    public Markup() {
        this(new StringBuilder());
    }

    /** Markup that goes to a file or wherever else as it comes. */
    public Markup(Appendable out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        put(">");
        opened.push(tag);
        return this;
    }

    /** Closes what was opened last. */
    public Markup close() {
        put("</" + opened.pop() + ">");
        if (opened.size() <= 4) {
            put("\n");
        }
        return this;
    }

    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of SVG, or one that HTML knows to be empty. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        put("/>");
        return this;
    }

    /** Text that is not escaped: the style, which has neither of the two signs that matter. */
    public Markup style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a style must be without < and &");
        }
        put("<style>\n" + css + "</style>\n");
        return this;
    }

    /**
     * A script, which is not escaped. HTML reads it to its end tag, XML to the end of its CDATA
     * section, so that it must have neither.
     */
    public Markup script(String code) {
        put("<script>" + scriptBody(code) + "</script>\n");
        return this;
    }

    /** What stands between the tags of a script, of which a policy may want the digest. */
    public static String scriptBody(String code) {
        if (code.contains("]]>") || code.contains("</") || code.contains("<!--")) {
            throw new IllegalArgumentException("a script must be without ]]>, </ and <!--");
        }
        return "//<![CDATA[\n" + code + "//]]>";
    }

    /** An element whose text is bytes in base64, written as they come. */
    public Markup bytes(ByteSource source, String tag, String... attributes) {
        open(tag, attributes);
        try (OutputStream base64 = Base64.getEncoder().wrap(new AsciiStream(out))) {
            source.writeTo(base64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return close();
    }

    /** Something that writes bytes. */
    @FunctionalInterface
    public interface ByteSource {
        /** Writes all of them; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private void start(String tag, String... attributes) {
        put("<" + tag);
        for (int k = 0; k < attributes.length; k += 2) {
            put(" " + attributes[k] + "=\"");
            escape(attributes[k + 1]);
            put("\"");
        }
    }

    /** Signs that XML cannot hold at all become the sign for such signs. */
    private void escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '&' -> escaped.append("&amp;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                            }
                        });
        put(escaped);
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0x7F)
                || (c > 0x9F && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }

    private void put(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing follows. */
    public void end() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException("must be closed: " + opened);
        }
    }

    /** All of it, if it is in memory. */
    @Override
    public String toString() {
        end();
        return out.toString();
    }
}
