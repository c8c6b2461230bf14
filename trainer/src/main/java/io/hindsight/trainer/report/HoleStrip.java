package io.hindsight.trainer.report;

import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.util.List;

/** A strip a channel, the darker the more values are missing at the time. */
final class HoleStrip {
    /** Shades from none to all. */
    private static final int SHADES = 8;

    private static final double[] EXAMPLES = {0, 0.02, 0.1, 0.3, 0.6, 1};

    private final HolesOverTime holes;
    private final Split split;

    HoleStrip(HolesOverTime holes, Split split) {
        this.holes = holes;
        this.split = split;
    }

    /**
     * Writes the strips.
     *
     * @param channels the names, in the order of the strips
     */
    void write(List<String> channels, Markup out) {
        out.open("div", "class", "strips");
        out.leaf("span", "part");
        parts(out);
        for (int d = 0; d < channels.size(); d++) {
            out.leaf("span", channels.get(d), "class", "strip-name");
            strip(channels.get(d), holes.shares().get(d), out);
        }
        out.leaf("span", "");
        out.open("div", "class", "ends");
        out.leaf("span", Numbers.minute(holes.firstMillis()));
        out.leaf("span", Numbers.minute(holes.untilMillis()) + " UTC");
        out.close().close();
        out.open("ul", "class", "legend");
        for (double share : EXAMPLES) {
            out.open("li").open("svg", "viewBox", "0 0 14 14", "aria-hidden", "true");
            out.empty("rect", "class", "shade0", "width", "14", "height", "14");
            if (share > 0) {
                out.empty("rect", "class", "shade" + shade(share), "width", "14", "height", "14");
            }
            out.close();
            out.text(Numbers.wholePercent(share) + " missing").close();
        }
        out.close();
    }

    private void parts(Markup out) {
        double train = share(split.trainUntilMillis());
        double validate = share(split.validateUntilMillis());
        out.open("div", "class", "parts");
        part(out, "training", train);
        part(out, "validation", validate - train);
        part(out, "test", 1 - validate);
        out.close();
    }

    private static void part(Markup out, String name, double share) {
        if (share > 0) {
            out.leaf("span", name, "class", name, "style", "width:" + Parts.width(share));
        }
    }

    private double share(long millis) {
        double share =
                (millis - holes.firstMillis())
                        / (double) (holes.untilMillis() - holes.firstMillis());
        return Math.max(0, Math.min(1, share));
    }

    private void strip(String channel, List<Double> shares, Markup out) {
        int stretches = shares.size();
        out.open(
                "svg",
                "class",
                "strip",
                "viewBox",
                "0 0 " + stretches + " 1",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                "%s: at worst %s of the values are missing in a stretch"
                        .formatted(
                                channel,
                                Numbers.wholePercent(
                                        shares.stream()
                                                .mapToDouble(share -> share)
                                                .filter(Double::isFinite)
                                                .max()
                                                .orElse(0))));
        for (int k = 0; k < stretches; k++) {
            double share = shares.get(k);
            if (Double.isFinite(share) && share > 0) {
                out.open(
                        "rect",
                        "class",
                        "shade" + shade(share),
                        "x",
                        Integer.toString(k),
                        "width",
                        "1",
                        "height",
                        "1");
                out.leaf(
                        "title",
                        "%s, from %s UTC: %s missing"
                                .formatted(
                                        channel,
                                        Numbers.minute(holes.beginMillis(k)),
                                        Numbers.percent(share)));
                out.close();
            }
        }
        out.close();
    }

    /** By the root, so that a few differ from some; few are never shown as none. */
    private static int shade(double share) {
        return (int) Math.max(1, Math.round(Math.sqrt(share) * SHADES));
    }
}
