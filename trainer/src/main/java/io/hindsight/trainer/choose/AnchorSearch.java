package io.hindsight.trainer.choose;

import io.hindsight.model.series.Season;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * The way through the candidates: first the weight of the centre, then profiles and order with that
 * weight, each candidate only as far as the options leave it open. What was chosen is then fitted
 * to all of the data, if it was chosen on less.
 */
final class AnchorSearch {
    private static final List<Double> RIDGES = List.of(1_000.0, 300.0, 10_000.0);
    private static final List<List<Double>> RATES =
            List.of(List.of(0.1, 0.3), List.of(0.1, 0.3, 0.6));
    private static final int ORDER = 3;
    private static final int HIGHER_ORDER = 4;

    private final AnchorOptions options;
    private final WorkBounds bounds;
    private final int order;
    private final List<ZSeries> training;
    private final List<ZSeries> sample;
    private final CandidateFits fits;

    AnchorSearch(
            int channels,
            int answered,
            Season season,
            AnchorOptions options,
            List<ZSeries> training,
            List<ZSeries> validation) {
        this.options = options;
        this.bounds = new WorkBounds(channels);
        this.order = options.order().orElse(bounds.order(ORDER));
        this.training = training;
        int longest = bounds.slotsToChooseOn(order, training.size());
        this.sample = training.stream().map(part -> part.last(longest)).toList();
        this.fits =
                new CandidateFits(
                        channels,
                        season,
                        options,
                        options.form().orElse(bounds.form()),
                        training,
                        sample,
                        new HiddenErrors(
                                channels, answered, validation, bounds.slotsToScore(order)));
    }

    AnchorChoice run() {
        List<Double> rates = options.rates().isEmpty() ? RATES.get(0) : options.rates();
        List<Double> ridges =
                options.ridge().isPresent() ? List.of(options.ridge().getAsDouble()) : RIDGES;
        Fitted first = fits.fromCentre(new Settings(order, ridges.get(0), rates));
        List<Fitted> tried = new ArrayList<>(fits.choosesRounds() ? List.of() : List.of(first));
        tried.addAll(
                fits.from(
                        first,
                        ridges.stream()
                                .skip(tried.size())
                                .map(ridge -> new Settings(order, ridge, rates))
                                .toList()));
        Fitted ridged = Fitted.best(tried);
        tried.addAll(fits.from(ridged, around(ridged.candidate())));
        Fitted best = Fitted.best(tried);
        List<Candidate> candidates =
                tried.stream()
                        .map(Fitted::candidate)
                        .map(one -> one.equals(best.candidate()) ? one.asChosen() : one)
                        .toList();
        return lastFit(best, candidates);
    }

    /** Other profiles and orders than the start's, where they are open. */
    private List<Settings> around(Candidate start) {
        boolean choosesOrder = options.order().isEmpty() && order == ORDER;
        int highest = choosesOrder ? HIGHER_ORDER : order;
        List<List<Double>> rates = options.rates().isEmpty() ? RATES : List.of(options.rates());
        List<Settings> settings = new ArrayList<>();
        for (int p = order; p <= highest; p++) {
            for (List<Double> some : rates) {
                if (p != start.order() || !some.equals(start.rates())) {
                    settings.add(new Settings(p, start.ridge(), some));
                }
            }
        }
        return settings;
    }

    private AnchorChoice lastFit(Fitted best, List<Candidate> candidates) {
        Candidate chosen = best.candidate().asChosen();
        long slots = slots(training);
        if (slots == slots(sample)) {
            return new AnchorChoice(best.numbers(), chosen, chosen.rounds(), candidates);
        }
        int affordable = bounds.roundsOfLastFit(chosen.order(), slots);
        int rounds = options.rounds().orElse(Math.min(chosen.rounds(), affordable));
        AnchorNumbers numbers =
                options.rounds().isPresent()
                        ? fits.toAllFromCentre(Settings.of(chosen), rounds)
                        : fits.toAll(best, rounds);
        return new AnchorChoice(numbers, chosen, rounds, candidates);
    }

    private static long slots(List<ZSeries> parts) {
        return parts.stream().mapToLong(ZSeries::length).sum();
    }
}
