package io.hindsight.trainer.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are HTML and XML at once: whatever was opened is closed, all text and all
 * attributes are escaped.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> opened = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Markup open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        opened.push(tag);
        return this;
    }

    /** Closes what was opened last. */
    Markup close() {
        out.append("</").append(opened.pop()).append('>');
        if (opened.size() <= 4) {
            out.append('\n');
        }
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of SVG, or one that HTML knows to be empty. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** Text that is not escaped: the style, which has neither of the two signs that matter. */
    Markup style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a style must be without < and &");
        }
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int k = 0; k < attributes.length; k += 2) {
            out.append(' ').append(attributes[k]).append("=\"");
            escape(attributes[k + 1]);
            out.append('"');
        }
        return out;
    }

    /** Signs that XML cannot hold at all become the sign for such signs. */
    private void escape(String text) {
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '&' -> out.append("&amp;");
                                case '"' -> out.append("&quot;");
                                case '\'' -> out.append("&#39;");
                                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                            }
                        });
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0x7F)
                || (c > 0x9F && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }

    /** All of it. */
    @Override
    public String toString() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException("must be closed: " + opened);
        }
        return out.toString();
    }
}
