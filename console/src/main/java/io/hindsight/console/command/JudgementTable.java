package io.hindsight.console.command;

import io.hindsight.trainer.judge.Bounds;
import io.hindsight.trainer.judge.Difference;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.GapLength;
import io.hindsight.trainer.judge.Intervals;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.judge.SpreadFigures;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A judgement for people, at most 100 columns wide: all methods in z units, how well they know
 * their own errors, their errors by length of gap, and each channel with a hidden cell in its own
 * units.
 */
final class JudgementTable {
    private static final String METHODS = "%-29s %8s  %-18s %8s %8s %7s %7s %7s";
    private static final String SPREADS = "%-29s %8s %8s %8s %8s %18s %8s";
    private static final String LENGTHS = "%-29s %8s %8s %8s %8s %8s %8s";
    private static final String CHANNELS = "%-29.29s %8s %8s %8s %7s %7s %7s %8s %7s";
    private static final String NONE = "-";

    private final Judgement judgement;
    private final PrintWriter out;

    private JudgementTable(Judgement judgement, PrintWriter out) {
        this.judgement = judgement;
        this.out = out;
    }

    static void print(Judgement judgement, PrintWriter out) {
        JudgementTable table = new JudgementTable(judgement, out);
        table.methods();
        table.spreads();
        table.lengths();
        table.channels();
        out.flush();
    }

    private void methods() {
        line(
                METHODS,
                "%,d hidden cells, z units".formatted(judgement.causal().z().count()),
                "MAE",
                "[90 % interval]",
                "MSE",
                "RMSE",
                "R2",
                "MRE",
                "MAPE");
        for (Map.Entry<MethodName, MethodFigures> method : judgement.methods().entrySet()) {
            Figures z = method.getValue().z();
            line(
                    METHODS,
                    title(method),
                    number(z.mae()),
                    interval(z.bounds()),
                    number(z.mse()),
                    number(z.rmse()),
                    ratio(z.r2()),
                    ratio(z.mre()),
                    percent(z.mape()));
        }
        if (judgement.of(MethodName.SEASONAL_NAIVE).isEmpty()) {
            out.println("left out, since irregular sensors have no slots: seasonal naive, ridge");
        }
        Intervals intervals = judgement.intervals();
        out.println("* sees the future   ~ not clearly better or worse than the causal step");
        line(
                "intervals: %s draws of blocks of %s, %s of which fill the time that is judged",
                intervals.resamples(), time(intervals.blockMillis()), intervals.blocks());
    }

    private void spreads() {
        out.println();
        line(
                SPREADS,
                "truths inside the interval of",
                "50 %",
                "80 %",
                "90 %",
                "99 %",
                "width of 90 %",
                "CRPS");
        for (Map.Entry<MethodName, MethodFigures> method : judgement.methods().entrySet()) {
            SpreadFigures spread = method.getValue().z().spread();
            if (spread != null) {
                line(
                        SPREADS,
                        title(method),
                        percent(spread.coverage50()),
                        percent(spread.coverage80()),
                        percent(spread.coverage90()),
                        percent(spread.coverage99()),
                        number(spread.width90()),
                        number(spread.crps()));
            }
        }
    }

    private void lengths() {
        List<Object> head = new ArrayList<>(List.of("MAE by length of gap, slots"));
        for (GapLength length : GapLength.values()) {
            head.add(length.key());
        }
        out.println();
        line(LENGTHS, head.toArray());
        for (Map.Entry<MethodName, MethodFigures> method : judgement.methods().entrySet()) {
            lengths(title(method), method.getValue(), figures -> number(figures.mae()));
        }
        lengths("cells", judgement.causal(), figures -> count(figures.count()));
    }

    private void lengths(String title, MethodFigures method, Function<Figures, String> cell) {
        List<Object> row = new ArrayList<>(List.of(title));
        for (GapLength length : GapLength.values()) {
            Figures figures = method.gapLengths().get(length.key());
            row.add(figures == null ? NONE : cell.apply(figures));
        }
        line(LENGTHS, row.toArray());
    }

    private void channels() {
        out.println();
        line(
                CHANNELS,
                "causal step, natural units",
                "cells",
                "MAE",
                "RMSE",
                "R2",
                "MRE",
                "MAPE",
                "MAE in z",
                "held");
        judgement.causal().channels().entrySet().stream()
                .filter(channel -> channel.getValue().count() > 0)
                .forEach(channel -> channel(channel.getKey(), channel.getValue()));
        out.println("MAE in z: the causal step's, held: the last observation's");
    }

    private void channel(String name, Figures natural) {
        line(
                CHANNELS,
                name,
                count(natural.count()),
                number(natural.mae()),
                number(natural.rmse()),
                ratio(natural.r2()),
                ratio(natural.mre()),
                percent(natural.mape()),
                number(judgement.causal().channelsInZ().get(name).mae()),
                number(judgement.locf().channelsInZ().get(name).mae()));
    }

    private static String title(Map.Entry<MethodName, MethodFigures> method) {
        Difference difference = method.getValue().maeAboveCausal();
        return method.getKey().title()
                + (method.getKey().seesFuture() ? " *" : "")
                + (difference != null && !difference.clear() ? " ~" : "");
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    /** Five digits or so, whatever the unit. */
    private static String number(double value) {
        double size = Math.abs(value);
        String format = size < 10 ? "%.4f" : size < 1000 ? "%.2f" : size < 1e7 ? "%.0f" : "%.1e";
        return String.format(Locale.ROOT, format, value);
    }

    private static String interval(Bounds bounds) {
        return bounds == null
                ? ""
                : "[" + number(bounds.maeLow()) + ", " + number(bounds.maeHigh()) + "]";
    }

    private static String ratio(double value) {
        return Math.abs(value) < 100 ? String.format(Locale.ROOT, "%.3f", value) : number(value);
    }

    private static String percent(double share) {
        String format = share < 10 ? "%.1f%%" : "%.0f%%";
        return String.format(Locale.ROOT, format, 100 * share);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String time(long millis) {
        Duration duration = Duration.ofMillis(millis);
        return duration.toHours() % 24 == 0 && duration.toDays() > 0
                ? duration.toDays() + " d"
                : duration.toHours() > 0 ? duration.toHours() + " h" : duration.toSeconds() + " s";
    }
}
