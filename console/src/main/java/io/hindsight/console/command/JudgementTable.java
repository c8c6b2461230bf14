package io.hindsight.console.command;

import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A judgement for people: all methods in z units, then each channel in its own unit. */
final class JudgementTable {
    private JudgementTable() {}

    static void print(Judgement judgement, PrintWriter out) {
        Map<String, MethodFigures> methods = new LinkedHashMap<>();
        methods.put("causal (the job's step)", judgement.causal());
        methods.put("last observation", judgement.locf());
        methods.put("linear (sees the future)", judgement.linear());
        head(out, "hidden cells, z units");
        methods.forEach((name, method) -> row(out, name, method.z()));
        methods.forEach(
                (name, method) -> {
                    head(out, name + ", natural units");
                    method.channels().forEach((channel, figures) -> row(out, channel, figures));
                });
        out.flush();
    }

    private static void head(PrintWriter out, String title) {
        out.printf(
                Locale.ROOT,
                "%-40s %10s %10s %10s %8s %8s %9s%n",
                title,
                "MAE",
                "MSE",
                "RMSE",
                "R2",
                "MRE",
                "cells");
    }

    private static void row(PrintWriter out, String name, Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-40s %10.4f %10.4f %10.4f %8.3f %8.3f %9d%n",
                name,
                figures.mae(),
                figures.mse(),
                figures.rmse(),
                figures.r2(),
                figures.mre(),
                figures.count());
    }
}
