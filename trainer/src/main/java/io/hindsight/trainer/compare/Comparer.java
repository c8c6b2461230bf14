package io.hindsight.trainer.compare;

import io.hindsight.trainer.train.Hiding;
import io.hindsight.trainer.train.SideBySide;
import io.hindsight.trainer.train.SideBySide.Errors;
import io.hindsight.trainer.train.SideBySide.Who;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets the parts of a model side by side, and says what they are worth. */
public final class Comparer {
    private final List<String> channels;
    private final Map<Hiding.Kind, Errors> errors;

    private Comparer(List<String> channels, Map<Hiding.Kind, Errors> errors) {
        this.channels = channels;
        this.errors = errors;
    }

    /**
     * Compares.
     *
     * @param channels that are answered for, in order
     * @param taughtTaken whether the student that had a teacher is the model's
     */
    public static Comparison compare(List<String> channels, SideBySide nets, boolean taughtTaken) {
        Map<Hiding.Kind, Errors> errors =
                Arrays.stream(Hiding.Kind.values())
                        .parallel()
                        .collect(Collectors.toMap(kind -> kind, nets::errors));
        Comparer comparer = new Comparer(List.copyOf(channels), errors);
        return new Comparison(comparer.rows(), taughtTaken, comparer.sentences(taughtTaken));
    }

    private List<Comparison.Row> rows() {
        List<Comparison.Row> rows = new ArrayList<>();
        for (Hiding.Kind kind : Hiding.Kind.values()) {
            Errors of = errors.get(kind);
            for (int d = 0; d < channels.size(); d++) {
                rows.add(
                        new Comparison.Row(
                                channels.get(d),
                                kind,
                                of.cells(d),
                                of.mean(Who.ANCHOR, d),
                                of.mean(Who.STUDENT, d),
                                of.mean(Who.TAUGHT, d),
                                of.mean(Who.REVISER, d),
                                of.mean(Who.TEACHER, d)));
            }
        }
        return rows;
    }

    /** The mean of the kinds' errors; NaN for a net that there is not. */
    private double overall(Who who) {
        return Arrays.stream(Hiding.Kind.values())
                .mapToDouble(kind -> errors.get(kind).mean(who))
                .filter(mean -> !Double.isNaN(mean))
                .average()
                .orElse(Double.NaN);
    }

    private List<String> sentences(boolean taughtTaken) {
        double anchor = overall(Who.ANCHOR);
        double student = overall(Who.STUDENT);
        double taught = overall(Who.TAUGHT);
        double teacher = overall(Who.TEACHER);
        double reviser = overall(Who.REVISER);
        double said = taughtTaken ? taught : student;
        List<String> sentences = new ArrayList<>();
        add(
                sentences,
                student,
                "the student errs by %.4f, %s than its anchor alone (%.4f)",
                student,
                change(student, anchor),
                anchor);
        add(
                sentences,
                taught,
                "distillation: a student with a teacher errs by %.4f, %s than by the truth alone",
                taught,
                change(taught, student));
        add(
                sentences,
                teacher,
                "causality costs %.1f%%: the teacher, which sees the future, errs by %.4f",
                100 * (said / teacher - 1),
                teacher);
        add(
                sentences,
                reviser,
                "a revision when the gap has closed errs by %.4f, %s than what was said at once",
                reviser,
                change(reviser, said));
        return sentences;
    }

    private static void add(List<String> sentences, double value, String text, Object... values) {
        if (!Double.isNaN(value)) {
            sentences.add(String.format(Locale.ROOT, text, values));
        }
    }

    private static String change(double value, double from) {
        double share = 100 * (value / from - 1);
        return String.format(
                Locale.ROOT, "%.1f%% %s", Math.abs(share), share <= 0 ? "less" : "more");
    }
}
