package io.hindsight.trainer.report;

import io.hindsight.trainer.judge.Bounds;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.GapLength;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import io.hindsight.trainer.page.Picture;
import io.hindsight.trainer.page.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Errors by how long a gap is. */
final class LengthsSection implements Section {
    private static final List<MethodName> METHODS =
            List.of(MethodName.CAUSAL, MethodName.REVISED, MethodName.ANCHOR, MethodName.LOCF);
    private static final int WIDTH = 560;
    private static final int HEIGHT = 290;
    private static final double LEFT = 44;
    private static final double RIGHT = 552;
    private static final double TOP = 12;
    private static final double BOTTOM = 248;

    private final ReportContents contents;

    LengthsSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "lengths";
    }

    @Override
    public String title() {
        return "Error by length of gap";
    }

    @Override
    public boolean hasContent() {
        return contents.test().isPresent() && !lengths().isEmpty();
    }

    private List<GapLength> lengths() {
        MethodFigures causal = contents.test().orElseThrow().causal();
        return Arrays.stream(GapLength.values())
                .filter(length -> causal.gapLengths().get(length.key()) != null)
                .filter(length -> causal.gapLengths().get(length.key()).count() > 0)
                .toList();
    }

    private List<MethodName> methods() {
        return METHODS.stream()
                .filter(contents.test().orElseThrow().methods()::containsKey)
                .toList();
    }

    @Override
    public void write(Markup out) {
        out.leaf(
                "p",
                "Mean absolute error in z units by how many slots in a row the channel was not"
                        + " seen. The lines are 90 % intervals; where there is none, the cells are"
                        + " in too few places.");
        Parts.legend(out, methods().stream().map(MethodsSection::look).toList());
        out.open("figure", "class", "broad");
        out.leaf("figcaption", "Mean absolute error by length of gap, in slots");
        draw(out);
        Parts.endFigure(out);
        Parts.details(out, "The figures");
        table(out);
        Parts.endDetails(out);
    }

    private void draw(Markup out) {
        Judgement test = contents.test().orElseThrow();
        List<GapLength> lengths = lengths();
        double most = 0;
        for (GapLength length : lengths) {
            for (MethodName method : methods()) {
                most = Math.max(most, highest(of(test, method, length)));
            }
        }
        Scale y = new Scale(0, 1.04 * most, BOTTOM, TOP);
        Picture picture =
                new Picture(
                        out, WIDTH, HEIGHT, "Mean absolute error of each method by length of gap");
        double width = (RIGHT - LEFT) / lengths.size();
        for (int k = 1; k < lengths.size(); k += 2) {
            picture.rectangle("stripe", LEFT + k * width, TOP, width, BOTTOM - TOP);
        }
        picture.leftAxis(y, LEFT, RIGHT, 5);
        for (int k = 0; k < lengths.size(); k++) {
            GapLength length = lengths.get(k);
            double middle = LEFT + (k + 0.5) * width;
            picture.text("tick middle", middle, BOTTOM + 18, words(length));
            picture.text(
                    "tick faint middle",
                    middle,
                    BOTTOM + 34,
                    Numbers.count(of(test, MethodName.CAUSAL, length).count()) + " cells");
            List<MethodName> methods = methods();
            for (int m = 0; m < methods.size(); m++) {
                double x = middle + (m - (methods.size() - 1) / 2.0) * Math.min(20, width / 5);
                point(picture, methods.get(m), of(test, methods.get(m), length), x, y);
            }
        }
        picture.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        picture.end();
    }

    private static void point(
            Picture picture, MethodName method, Figures figures, double x, Scale y) {
        if (figures == null || figures.count() == 0) {
            return;
        }
        Look look = MethodsSection.look(method);
        Bounds bounds = figures.bounds();
        if (bounds != null) {
            picture.line(
                    "range " + look.style(), x, y.at(bounds.maeLow()), x, y.at(bounds.maeHigh()));
        }
        picture.mark(look, x, y.at(figures.mae()), 4.5);
        picture.hint(
                x - 8,
                TOP,
                16,
                BOTTOM - TOP,
                "%s: %s, 90 %% interval %s"
                        .formatted(
                                method.title(),
                                Numbers.z(figures.mae()),
                                MethodsSection.interval(bounds)));
    }

    private static double highest(Figures figures) {
        return figures == null || figures.count() == 0 ? 0 : MethodsSection.highest(figures);
    }

    private static Figures of(Judgement test, MethodName method, GapLength length) {
        return test.methods().get(method).gapLengths().get(length.key());
    }

    private static String words(GapLength length) {
        return switch (length) {
            case ONE -> "1 slot";
            case MORE -> "more";
            case TO_3, TO_8, TO_16, TO_36 -> length.key().replace('-', '–');
        };
    }

    private void table(Markup out) {
        Judgement test = contents.test().orElseThrow();
        List<GapLength> lengths = lengths();
        List<String> heads = new ArrayList<>(List.of("method"));
        lengths.forEach(length -> heads.add(words(length)));
        Parts.table(out, "Mean absolute error by length of gap, z units", heads);
        for (MethodName method : methods()) {
            Parts.row(
                    out,
                    method.title(),
                    lengths.stream().map(length -> cell(of(test, method, length))).toList());
        }
        Parts.endTable(out);
    }

    private static String cell(Figures figures) {
        if (figures == null || figures.count() == 0) {
            return Numbers.NONE;
        }
        return figures.bounds() == null
                ? Numbers.z(figures.mae())
                : Numbers.z(figures.mae()) + " (" + MethodsSection.interval(figures.bounds()) + ")";
    }
}
