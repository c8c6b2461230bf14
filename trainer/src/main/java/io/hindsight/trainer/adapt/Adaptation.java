package io.hindsight.trainer.adapt;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What each way of fitting a group's model to a new site came to on the validation part.
 *
 * @param tried in order; the model as it is comes first
 */
public record Adaptation(List<Tried> tried) {
    public Adaptation {
        tried = List.copyOf(tried);
    }

    /**
     * One way, by the errors of the complete step at hidden cells, in the group's z units.
     *
     * @param kept whether it is the one that was taken
     */
    public record Tried(Way way, double mae, double mse, boolean kept) {
        /** What ways are compared by. */
        public double score() {
            return mae + mse;
        }

        /** One line of a table. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s %-11s  %.4f / %.4f", kept ? "*" : " ", way, mae, mse);
        }
    }

    /** The way that was taken. */
    public Way kept() {
        return tried.stream().filter(Tried::kept).findFirst().orElseThrow().way();
    }

    /** What was taken and why, for people. */
    public String sentence() {
        return tried.stream()
                .map(one -> String.format(Locale.ROOT, "%s %.4f", one.way(), one.score()))
                .collect(
                        Collectors.joining(
                                ", ",
                                "absolute plus squared error on validation: ",
                                ": " + kept() + " is kept"));
    }
}
