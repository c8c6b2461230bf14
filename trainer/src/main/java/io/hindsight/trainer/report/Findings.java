package io.hindsight.trainer.report;

import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.judge.Difference;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.page.Numbers;
import java.util.Optional;

/** The three questions about a training, each answered in a sentence or two. */
final class Findings {
    private static final String WITHOUT_TEST =
            "There is no test part, so nothing was held back to measure it on.";

    private final Optional<Judgement> test;
    private final Optional<PriceRow> price;
    private final boolean taughtTaken;

    Findings(ReportContents contents) {
        this.test = contents.test();
        this.price = contents.comparison().map(c -> PriceRow.of("", c.rows()));
        this.taughtTaken = contents.comparison().map(Comparison::taughtTaken).orElse(false);
    }

    String howGood() {
        if (test.isEmpty()) {
            return WITHOUT_TEST;
        }
        Figures causal = test.get().causal().z();
        StringBuilder text = new StringBuilder();
        text.append("On ")
                .append(Numbers.count(causal.count()))
                .append(" hidden cells the causal step is off by ")
                .append(Numbers.zUnits(causal.mae()))
                .append(" on average");
        test.get()
                .of(MethodName.LOCF)
                .ifPresent(last -> text.append(share(causal, last, "the last observation's")));
        test.get()
                .of(MethodName.ANCHOR)
                .ifPresent(anchor -> text.append(share(causal, anchor, "the anchor's")));
        return text.append('.').toString();
    }

    private static String share(Figures causal, MethodFigures other, String whose) {
        return ", %s of %s %s%s"
                .formatted(
                        Numbers.wholePercent(causal.mae() / other.z().mae()),
                        whose,
                        Numbers.z(other.z().mae()),
                        isUnclear(other.maeAboveCausal()) ? " (no clear difference)" : "");
    }

    private static boolean isUnclear(Difference difference) {
        return difference != null && !difference.clear();
    }

    String whatDistillationGained() {
        double student = price.map(PriceRow::student).orElse(Double.NaN);
        double taught = price.map(PriceRow::taught).orElse(Double.NaN);
        if (!(student > 0) || !(taught > 0)) {
            return "No student was trained both with and without a teacher, so its share is not"
                    + " known.";
        }
        double change = 1 - taught / student;
        if (Math.abs(change) < 0.005) {
            return "With a teacher the student's error is %s, without one %s: no gain."
                    .formatted(Numbers.zUnits(taught), Numbers.z(student));
        }
        return "With a teacher the student's error is %s, without one %s: %s %s."
                .formatted(
                        Numbers.zUnits(taught),
                        Numbers.z(student),
                        Numbers.percent(Math.abs(change)),
                        change > 0 ? "less" : "more");
    }

    String whatCausalityCosts() {
        double teacher = price.map(PriceRow::teacher).orElse(Double.NaN);
        double own =
                price.map(row -> taughtTaken ? row.taught() : row.student()).orElse(Double.NaN);
        if (teacher > 0 && own > 0) {
            return ("The teacher, which sees the future, is off by %s; the student, which does not,"
                            + " by %s: not seeing it costs %s.")
                    .formatted(
                            Numbers.zUnits(teacher), Numbers.z(own), Numbers.zUnits(own - teacher));
        }
        if (test.isEmpty()) {
            return WITHOUT_TEST;
        }
        return test.get()
                .of(MethodName.REVISED)
                .map(revised -> costOfAnsweringAtOnce(test.get().causal(), revised))
                .orElse(
                        "Neither a teacher nor a reviser was trained that sees past a gap, so it is"
                                + " not known.");
    }

    private static String costOfAnsweringAtOnce(MethodFigures causal, MethodFigures revised) {
        return ("What is said at once is off by %s, what is revised when a gap has closed by %s:"
                        + " answering at once costs %s%s.")
                .formatted(
                        Numbers.zUnits(causal.z().mae()),
                        Numbers.z(revised.z().mae()),
                        Numbers.zUnits(causal.z().mae() - revised.z().mae()),
                        isUnclear(revised.maeAboveCausal()) ? ", no clear difference" : "");
    }
}
