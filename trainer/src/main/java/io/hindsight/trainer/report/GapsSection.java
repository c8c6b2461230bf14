package io.hindsight.trainer.report;

import io.hindsight.trainer.judge.GapSample;
import io.hindsight.trainer.judge.GapSample.Fan;
import io.hindsight.trainer.judge.GapSample.Moment;
import io.hindsight.trainer.judge.GapSamples;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import io.hindsight.trainer.page.Picture;
import io.hindsight.trainer.page.Scale;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Some gaps, and how they were filled: at once, and once more when they had closed. */
final class GapsSection implements Section {
    private final ReportContents contents;

    GapsSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "gaps";
    }

    @Override
    public String title() {
        return "Gaps and how they were filled";
    }

    @Override
    public boolean hasContent() {
        return !contents.gaps().isEmpty();
    }

    @Override
    public void write(Markup out) {
        out.leaf(
                "p",
                "Values of the test part were hidden; the shaded time is the gap. Above, what the"
                        + " causal step said at each moment, knowing only what came before; below, what"
                        + " was revised when the gap had closed. The dark band has the truth in one of"
                        + " two cases, the light one in nine of ten. Over each drawing stand the mean absolute error and the gap's place among the gaps of its channel, the best filled one first.");
        out.leaf("p", "How these were chosen: " + GapSamples.RULE, "class", "rule");
        out.open("ul", "class", "legend");
        key(out, "truth", "truth", false);
        key(out, "estimate causal", "said at once (causal)", true);
        key(out, "estimate revised", "revised", true);
        out.close();
        out.open("div", "class", "pair");
        contents.gaps().forEach(gap -> new GapPicture(gap).write(out));
        out.close();
        Parts.details(out, "The figures");
        contents.gaps().forEach(gap -> table(gap, out));
        Parts.endDetails(out);
    }

    private static void key(Markup out, String style, String text, boolean band) {
        out.open("li").open("svg", "viewBox", "0 0 22 14", "aria-hidden", "true");
        if (band) {
            String colour = style.substring(style.indexOf(' ') + 1);
            out.empty("rect", "class", "band90 " + colour, "width", "22", "height", "14");
            out.empty("rect", "class", "band50 " + colour, "y", "4", "width", "22", "height", "6");
        }
        out.empty("line", "class", style, "x1", "1", "y1", "7", "x2", "21", "y2", "7");
        out.close().text(text).close();
    }

    private static void table(GapSample gap, Markup out) {
        Parts.table(
                out,
                GapPicture.name(gap),
                List.of(
                        "time, UTC",
                        "truth",
                        "at once",
                        "90 % from",
                        "to",
                        "revised",
                        "from",
                        "to"));
        for (Moment moment : gap.moments()) {
            if (moment.ofGap()) {
                Fan none = new Fan(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
                Fan causal = Objects.requireNonNullElse(moment.causal(), none);
                Fan revised = Objects.requireNonNullElse(moment.revised(), none);
                Parts.row(
                        out,
                        Numbers.minute(moment.timeMillis()),
                        Stream.of(
                                        moment.truth(),
                                        causal.value(),
                                        causal.low90(),
                                        causal.high90(),
                                        revised.value(),
                                        revised.low90(),
                                        revised.high90())
                                .map(Numbers::natural)
                                .toList());
            }
        }
        Parts.endTable(out);
    }

    /** One gap in two drawings, one above the other. */
    private static final class GapPicture {
        private static final int WIDTH = 430;
        private static final double LEFT = 48;
        private static final double RIGHT = 424;
        private static final double TOP = 18;
        private static final double PANEL = 116;
        private static final double BETWEEN = 26;

        private final GapSample gap;
        private final List<Moment> moments;
        private final boolean revises;
        private final Scale x;
        private final double[] xs;
        private final double step;

        private GapPicture(GapSample gap) {
            this.gap = gap;
            this.moments = gap.moments();
            this.revises = moments.stream().anyMatch(m -> m.revised() != null);
            long first = moments.get(0).timeMillis();
            long last = moments.get(moments.size() - 1).timeMillis();
            this.x = new Scale((double) first, (double) last, LEFT + 4, RIGHT - 4);
            this.xs = moments.stream().mapToDouble(m -> x.at((double) m.timeMillis())).toArray();
            this.step = (RIGHT - LEFT - 8) / Math.max(1, moments.size() - 1);
        }

        private static String name(GapSample gap) {
            return "%s at %s, %d slots".formatted(gap.channel(), gap.sensor(), gap.slots());
        }

        private void write(Markup out) {
            double bottom = TOP + PANEL + (revises ? BETWEEN + PANEL : 0);
            String from = Numbers.minute((long) x.low());
            String to = Numbers.minute((long) x.high());
            out.open("figure");
            out.open("figcaption");
            out.leaf("b", gap.channel());
            out.text(
                    " at %s · %d slots · off by %s · %s of %s"
                            .formatted(
                                    gap.sensor(),
                                    gap.slots(),
                                    Numbers.natural(gap.mae()),
                                    Numbers.count(gap.rank()),
                                    Numbers.count(gap.ranks())));
            out.close();
            Picture picture =
                    new Picture(
                            out,
                            WIDTH,
                            (int) bottom + 40,
                            "%s, from %s to %s UTC: truth and what was said, with intervals"
                                    .formatted(name(gap), from, to));
            Scale y = scale();
            panel(picture, TOP, y, "said at once", "causal", Moment::causal);
            if (revises) {
                double top = TOP + PANEL + BETWEEN;
                panel(picture, top, y, "revised", "revised", Moment::revised);
            }
            picture.timeAxis(x, bottom, 5);
            picture.text("tick", LEFT, bottom + 34, from);
            picture.text("tick end", RIGHT, bottom + 34, to + " UTC");
            hints(picture, bottom);
            picture.end();
            Parts.endFigure(out);
        }

        private Scale scale() {
            double[] values =
                    moments.stream()
                            .flatMapToDouble(
                                    m ->
                                            DoubleStream.concat(
                                                    DoubleStream.of(m.truth()),
                                                    Stream.of(m.causal(), m.revised())
                                                            .filter(Objects::nonNull)
                                                            .flatMapToDouble(
                                                                    f ->
                                                                            DoubleStream.of(
                                                                                    f.low90(),
                                                                                    f.high90()))))
                            .filter(Double::isFinite)
                            .toArray();
            double low = DoubleStream.of(values).min().orElse(0);
            double high = DoubleStream.of(values).max().orElse(1);
            double room = 0.05 * (high - low);
            return new Scale(low - room, high + room, 0, -PANEL);
        }

        private void panel(
                Picture picture,
                double top,
                Scale of,
                String title,
                String colour,
                Function<Moment, Fan> said) {
            Scale y = new Scale(of.low(), of.high(), top + PANEL, top);
            double begin = Double.POSITIVE_INFINITY;
            double end = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < xs.length; i++) {
                if (moments.get(i).ofGap()) {
                    begin = Math.min(begin, xs[i] - step / 2);
                    end = Math.max(end, xs[i] + step / 2);
                }
            }
            picture.rectangle("gap", begin, top, end - begin, PANEL);
            picture.leftAxis(y, LEFT, RIGHT, 4);
            picture.text("name " + colour, LEFT, top - 6, title);
            double half = 0.35 * step;
            picture.band(
                    "band90 " + colour,
                    xs,
                    ys(y, said, Fan::low90),
                    ys(y, said, Fan::high90),
                    half);
            picture.band(
                    "band50 " + colour,
                    xs,
                    ys(y, said, Fan::low50),
                    ys(y, said, Fan::high50),
                    half);
            picture.path("truth", xs, moments.stream().mapToDouble(m -> y.at(m.truth())).toArray());
            for (int i = 0; i < xs.length; i++) {
                Moment moment = moments.get(i);
                if (!moment.seen()) {
                    picture.circle("hidden", xs[i], y.at(moment.truth()), 1.8);
                }
            }
            double[] values = ys(y, said, Fan::value);
            picture.path("estimate " + colour, xs, values);
            lonely(picture, colour, values);
        }

        /** An estimate without a neighbour is no line; it needs a dot. */
        private void lonely(Picture picture, String colour, double[] values) {
            for (int i = 0; i < values.length; i++) {
                boolean before = i > 0 && Double.isFinite(values[i - 1]);
                boolean after = i + 1 < values.length && Double.isFinite(values[i + 1]);
                if (!before && !after) {
                    picture.circle("fill " + colour, xs[i], values[i], 2.2);
                }
            }
        }

        private double[] ys(Scale y, Function<Moment, Fan> said, ToDoubleFunction<Fan> figure) {
            return moments.stream()
                    .mapToDouble(
                            moment -> {
                                Fan fan = said.apply(moment);
                                return fan == null ? Double.NaN : y.at(figure.applyAsDouble(fan));
                            })
                    .toArray();
        }

        private void hints(Picture picture, double bottom) {
            for (int i = 0; i < xs.length; i++) {
                Moment moment = moments.get(i);
                String text =
                        Numbers.minute(moment.timeMillis())
                                + " UTC: truth "
                                + Numbers.natural(moment.truth())
                                + said(", at once ", moment.causal())
                                + said(", revised ", moment.revised());
                picture.hint(xs[i] - step / 2, TOP, step, bottom - TOP, text);
            }
        }

        private static String said(String words, Fan fan) {
            return fan == null
                    ? ""
                    : "%s%s (90 %%: %s to %s)"
                            .formatted(
                                    words,
                                    Numbers.natural(fan.value()),
                                    Numbers.natural(fan.low90()),
                                    Numbers.natural(fan.high90()));
        }
    }
}
