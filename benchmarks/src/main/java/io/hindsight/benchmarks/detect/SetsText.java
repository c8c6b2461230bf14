package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A detector's results on the sets, as a block of text. */
final class SetsText {
    private static final String LINE = "%-20s %8s %7s %6s %6s %7s";
    private static final String DEFAULT = " %8s %6s %7s";

    private SetsText() {}

    static String of(DetectorKind kind, List<SetResult> results, KindTally kinds) {
        StringBuilder text = new StringBuilder();
        text.append(kind.name()).append('\n').append(header(kind));
        for (SetResult result : results) {
            text.append(line(result));
        }
        return text.append(means(results)).append(kinds(kinds)).toString();
    }

    private static String header(DetectorKind kind) {
        String own =
                kind.hasThreshold()
                        ? "   at %.3g:".formatted(kind.defaultThreshold())
                                + DEFAULT.formatted("score", "found", "fa")
                        : "";
        return LINE.formatted("set", "windows", "others'", "own", "found", "fa") + own + "\n";
    }

    private static String line(SetResult result) {
        NabScore others = result.others();
        NabScore byDefault = result.byDefault();
        String own =
                byDefault == null
                        ? ""
                        : "            "
                                + DEFAULT.formatted(
                                        one(byDefault.score()),
                                        share(byDefault.foundShare()),
                                        two(byDefault.falseAlarmsPerThousandRows()));
        return LINE.formatted(
                        result.set().name() + (result.set().counted() ? "" : " (no vote)"),
                        others.windows(),
                        one(others.score()),
                        one(result.own().score()),
                        share(others.foundShare()),
                        two(others.falseAlarmsPerThousandRows()))
                + own
                + "\n";
    }

    private static String means(List<SetResult> results) {
        List<SetResult> counted = results.stream().filter(one -> one.set().counted()).toList();
        double worst =
                counted.stream().mapToDouble(one -> one.others().score()).min().orElse(Double.NaN);
        boolean all = counted.stream().map(SetResult::byDefault).allMatch(Objects::nonNull);
        return "mean %s, worst %s, mean own %s%s%nfound %s, fa %s%n"
                .formatted(
                        one(mean(counted, result -> result.others().score())),
                        one(worst),
                        one(mean(counted, result -> result.own().score())),
                        all && !counted.isEmpty()
                                ? ", mean by default "
                                        + one(mean(counted, result -> result.byDefault().score()))
                                : "",
                        share(mean(counted, result -> result.others().foundShare())),
                        two(mean(counted, one -> one.others().falseAlarmsPerThousandRows())));
    }

    private static double mean(List<SetResult> results, ToDoubleFunction<SetResult> of) {
        return results.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static String kinds(KindTally kinds) {
        StringBuilder text = new StringBuilder("found by kind:");
        for (EventKind kind : EventKind.values()) {
            text.append(
                    " %s %s (%d)"
                            .formatted(
                                    name(kind), share(kinds.foundShare(kind)), kinds.events(kind)));
        }
        return text.append('\n').toString();
    }

    private static String name(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : two(value);
    }
}
