package io.hindsight.trainer.report;

import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.compare.Comparison.Row;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import io.hindsight.trainer.train.Hiding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What each part of the model brings, and what it costs not to see the future. */
final class PriceSection implements Section {
    private static final List<Look> LOOKS =
            List.of(Look.ANCHOR, Look.STUDENT, Look.TAUGHT, Look.TEACHER, Look.REVISED);
    private static final List<String> HEADS =
            List.of(
                    "cells",
                    "anchor alone",
                    "student",
                    "student with teacher",
                    "teacher (sees the future)",
                    "revised (when the gap has closed)");

    private final ReportContents contents;

    PriceSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "price";
    }

    @Override
    public String title() {
        return "The price of causality";
    }

    @Override
    public boolean hasContent() {
        return contents.comparison().map(c -> !c.rows().isEmpty()).orElse(false);
    }

    @Override
    public void write(Markup out) {
        Comparison comparison = contents.comparison().orElseThrow();
        out.leaf(
                "p",
                "Mean absolute error in z units on the same hidden cells: the anchor, a student"
                        + " trained without a teacher, one trained with it, the teacher, and what"
                        + " is revised once a gap has closed. Only the last two see past the gap.");
        if (!comparison.sentences().isEmpty()) {
            out.open("ul");
            comparison.sentences().forEach(sentence -> out.leaf("li", sentence));
            out.close();
        }
        List<Row> rows = comparison.rows();
        List<PriceRow> kinds = new ArrayList<>();
        for (Hiding.Kind kind : Hiding.Kind.values()) {
            add(kinds, kind.name().toLowerCase(Locale.ROOT), rows, row -> row.kind() == kind);
        }
        kinds.add(PriceRow.of("all", rows));
        table(out, "By kind of loss", "kind of loss", kinds);
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.channel()));
        List<PriceRow> channels = new ArrayList<>();
        for (String name : names) {
            add(channels, name, rows, row -> row.channel().equals(name));
        }
        table(out, "By channel", "channel", channels);
        Parts.details(out, "By channel and kind of loss");
        table(
                out,
                "By channel and kind of loss",
                "channel, kind",
                rows.stream().map(PriceSection::single).toList());
        Parts.endDetails(out);
    }

    private static PriceRow single(Row row) {
        String kind = row.kind().name().toLowerCase(Locale.ROOT);
        return PriceRow.of(row.channel() + ", " + kind, List.of(row));
    }

    private static void add(
            List<PriceRow> list, String name, List<Row> rows, Predicate<Row> belongs) {
        List<Row> own = rows.stream().filter(belongs).toList();
        if (!own.isEmpty()) {
            list.add(PriceRow.of(name, own));
        }
    }

    private static void table(Markup out, String caption, String first, List<PriceRow> rows) {
        double most =
                rows.stream()
                        .flatMap(row -> row.values().stream())
                        .mapToDouble(value -> value)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(HEADS);
        Parts.table(out, caption, heads);
        for (PriceRow row : rows) {
            out.open("tr").leaf("th", row.name(), "scope", "row");
            out.leaf("td", Numbers.count(row.cells()));
            for (int k = 0; k < LOOKS.size(); k++) {
                Parts.bar(out, LOOKS.get(k), row.values().get(k), null, most);
            }
            out.close();
        }
        Parts.endTable(out);
    }
}
