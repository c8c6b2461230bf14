package io.hindsight.trainer.choose;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An anchor that was tried.
 *
 * @param order past slots that it regresses on
 * @param ridge weight of its centre beside the data, in slots
 * @param rates of its running profiles, for a season
 * @param rounds of the fit from the centre, its own or that of the one it started from
 * @param mae mean absolute error at hidden cells of the validation part, in z units: the mean over
 *     the kinds of loss
 * @param mse mean squared error there
 * @param chosen whether it is the one that was taken
 */
public record Candidate(
        int order,
        double ridge,
        List<Double> rates,
        int rounds,
        double mae,
        double mse,
        boolean chosen) {

    public Candidate {
        rates = List.copyOf(rates);
    }

    /** What candidates are compared by. */
    public double score() {
        return mae + mse;
    }

    Candidate asChosen() {
        return new Candidate(order, ridge, rates, rounds, mae, mse, true);
    }

    /** One line of a table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s order %d, ridge %5.0f, rates %-13s %2d rounds  %.4f / %.4f",
                chosen ? "*" : " ",
                order,
                ridge,
                rates.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ",",
                rounds,
                mae,
                mse);
    }
}
