package io.hindsight.trainer.report;

import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.judge.SpreadFigures;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import io.hindsight.trainer.page.Picture;
import io.hindsight.trainer.page.Scale;
import java.util.List;
import java.util.Optional;

/** Whether intervals hold what they promise. */
final class CoverageSection implements Section {
    private static final double[] NOMINAL = {0.5, 0.8, 0.9, 0.99};
    private static final List<MethodName> METHODS = List.of(MethodName.CAUSAL, MethodName.REVISED);
    private static final int WIDTH = 430;
    private static final int HEIGHT = 330;
    private static final double LEFT = 56;
    private static final double RIGHT = 418;
    private static final double TOP = 12;
    private static final double BOTTOM = 284;

    private final ReportContents contents;

    CoverageSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public String title() {
        return "Do the intervals hold what they promise?";
    }

    @Override
    public boolean hasContent() {
        return contents.test().flatMap(test -> spread(test, MethodName.CAUSAL)).isPresent();
    }

    private static Optional<SpreadFigures> spread(Judgement judgement, MethodName method) {
        return judgement.of(method).map(MethodFigures::z).map(z -> z.spread());
    }

    private List<MethodName> methods() {
        return METHODS.stream()
                .filter(method -> spread(contents.test().orElseThrow(), method).isPresent())
                .toList();
    }

    @Override
    public void write(Markup out) {
        Judgement test = contents.test().orElseThrow();
        out.leaf("p", sentence(test));
        out.open("div", "class", "pair");
        out.open("div");
        Parts.legend(out, methods().stream().map(MethodsSection::look).toList());
        Parts.figure(out, "Share of the truths inside, over the share that was promised");
        draw(test, out);
        Parts.endFigure(out);
        out.close();
        out.open("div");
        table(test, out);
        out.close().close();
    }

    private static String sentence(Judgement test) {
        StringBuilder text = new StringBuilder("Of 90 % intervals, ");
        text.append(Numbers.percent(spread(test, MethodName.CAUSAL).orElseThrow().coverage90()));
        text.append(" of the causal step's have the truth in them");
        spread(test, MethodName.REVISED)
                .ifPresent(
                        revised ->
                                text.append(" and ")
                                        .append(Numbers.percent(revised.coverage90()))
                                        .append(" of the revised ones"));
        return text.append(
                        ". On the diagonal a promise is kept; below it intervals are too narrow,"
                                + " above it too wide.")
                .toString();
    }

    private void draw(Judgement test, Markup out) {
        double low = 0.4;
        for (MethodName method : methods()) {
            low = Math.min(low, spread(test, method).orElseThrow().coverage50() - 0.05);
        }
        Scale x = new Scale(40, 100, LEFT, RIGHT);
        Scale y = new Scale(100 * Math.max(0, low), 100, BOTTOM, TOP);
        Picture picture =
                new Picture(out, WIDTH, HEIGHT, "Observed coverage over nominal coverage");
        picture.leftAxis(y, LEFT, RIGHT, 6);
        picture.bottomAxis(x, BOTTOM, 6);
        picture.line("diagonal", x.at(40), y.at(40), x.at(100), y.at(100));
        picture.text("tick middle", (LEFT + RIGHT) / 2, BOTTOM + 36, "promised, %");
        picture.text("tick", 6, TOP, "%");
        for (MethodName method : methods()) {
            double[] inside = coverages(spread(test, method).orElseThrow());
            Look look = MethodsSection.look(method);
            double[] xs = new double[inside.length];
            double[] ys = new double[inside.length];
            for (int k = 0; k < inside.length; k++) {
                xs[k] = x.at(100 * NOMINAL[k]);
                ys[k] = y.at(100 * inside[k]);
            }
            picture.path("range " + look.style(), xs, ys);
            for (int k = 0; k < inside.length; k++) {
                picture.mark(look, xs[k], ys[k], 4.5);
            }
        }
        for (int k = 0; k < NOMINAL.length; k++) {
            picture.hint(x.at(100 * NOMINAL[k]) - 12, TOP, 24, BOTTOM - TOP, hint(test, k));
        }
        picture.end();
    }

    private String hint(Judgement test, int interval) {
        StringBuilder text = new StringBuilder(Numbers.wholePercent(NOMINAL[interval]));
        text.append(" promised");
        for (MethodName method : methods()) {
            double inside = coverages(spread(test, method).orElseThrow())[interval];
            text.append(", ").append(method.title()).append(' ').append(Numbers.percent(inside));
        }
        return text.toString();
    }

    private void table(Judgement test, Markup out) {
        Parts.table(
                out,
                "Share of the truths inside each interval",
                List.of("method", "50 %", "80 %", "90 %", "99 %", "90 % width, z"));
        for (MethodName method : METHODS) {
            spread(test, method)
                    .ifPresent(
                            spread ->
                                    Parts.row(
                                            out,
                                            method.title(),
                                            List.of(
                                                    Numbers.percent(spread.coverage50()),
                                                    Numbers.percent(spread.coverage80()),
                                                    Numbers.percent(spread.coverage90()),
                                                    Numbers.percent(spread.coverage99()),
                                                    Numbers.z(spread.width90()))));
        }
        Parts.endTable(out);
    }

    private static double[] coverages(SpreadFigures spread) {
        return new double[] {
            spread.coverage50(), spread.coverage80(), spread.coverage90(), spread.coverage99()
        };
    }
}
