package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits candidates to the data to choose on, and scores them. The rounds of a fit matter where the
 * training part has holes: then each round of the first candidate is scored, its fit ends where
 * more of them help no more, and the others start from it.
 */
final class CandidateFits {
    private static final double FEW_HOLES = 0.01;
    private static final int ROUNDS = 2;
    private static final int MOST_ROUNDS = 20;
    private static final int REFINING_ROUNDS = 5;
    private static final int PATIENCE = 3;

    private final int channels;
    private final Season season;
    private final AnchorOptions options;
    private final FilterForm form;
    private final List<ZSeries> training;
    private final List<ZSeries> sample;
    private final HiddenErrors errors;
    private final boolean holey;

    /**
     * @param training all of the data
     * @param sample what of it candidates are fitted to
     */
    CandidateFits(
            int channels,
            Season season,
            AnchorOptions options,
            FilterForm form,
            List<ZSeries> training,
            List<ZSeries> sample,
            HiddenErrors errors) {
        this.channels = channels;
        this.season = season;
        this.options = options;
        this.form = form;
        this.training = training;
        this.sample = sample;
        this.errors = errors;
        this.holey = shareOfHoles(training) >= FEW_HOLES;
    }

    /** Whether the number of rounds is open, and matters. */
    boolean choosesRounds() {
        return holey && options.rounds().isEmpty();
    }

    /** From the centre, in as many rounds as help. */
    Fitted fromCentre(Settings settings) {
        AnchorFit fit = fitTo(sample, settings);
        AnchorNumbers numbers = centre(settings);
        int most = options.rounds().orElse(holey ? MOST_ROUNDS : ROUNDS);
        Fitted best = null;
        for (int round = 1; round <= most; round++) {
            numbers = fit.round(numbers);
            if (choosesRounds() || round == most) {
                Fitted next = scored(settings, round, numbers);
                best = best == null || next.isWorthMoreThan(best) ? next : best;
                if (choosesRounds() && round - best.candidate().rounds() >= PATIENCE) {
                    break;
                }
            }
        }
        return best == null ? scored(settings, 0, numbers) : best;
    }

    /** Each from the same start. */
    List<Fitted> from(Fitted start, List<Settings> settings) {
        return settings.stream().parallel().map(each -> from(start, each)).toList();
    }

    /** From another one, in so many rounds as two such anchors are apart. */
    private Fitted from(Fitted start, Settings settings) {
        int rounds = start.candidate().rounds();
        AnchorNumbers like =
                fitTo(training, settings).like(start.numbers(), perVisit(settings.rates()));
        AnchorNumbers numbers =
                inRounds(fitTo(sample, settings), like, Math.min(rounds, REFINING_ROUNDS));
        return scored(settings, rounds, numbers);
    }

    /** The numbers of a candidate in more rounds, on all of the data. */
    AnchorNumbers toAll(Fitted start, int rounds) {
        Settings settings = Settings.of(start.candidate());
        return inRounds(fitTo(training, settings), start.numbers(), rounds);
    }

    /** The same, from the centre. */
    AnchorNumbers toAllFromCentre(Settings settings, int rounds) {
        return inRounds(fitTo(training, settings), centre(settings), rounds);
    }

    private static AnchorNumbers inRounds(AnchorFit fit, AnchorNumbers start, int rounds) {
        AnchorNumbers numbers = start;
        for (int round = 0; round < rounds; round++) {
            numbers = fit.round(numbers);
        }
        return numbers;
    }

    private Fitted scored(Settings settings, int rounds, AnchorNumbers numbers) {
        HiddenErrors.Errors of = errors.of(numbers::newFilter);
        return new Fitted(
                new Candidate(
                        settings.order(),
                        settings.ridge(),
                        settings.rates(),
                        rounds,
                        of.mae(),
                        of.mse(),
                        false),
                numbers);
    }

    /** The profile is of all of the data: it costs little. */
    private AnchorNumbers centre(Settings settings) {
        return fitTo(training, settings).centre(perVisit(settings.rates()));
    }

    private AnchorFit fitTo(List<ZSeries> series, Settings settings) {
        AnchorSpec spec =
                new AnchorSpec(
                        options.kind(), settings.order(), form, season, settings.rates().size());
        return new AnchorFit(spec, channels, settings.ridge(), series);
    }

    /** A bin that is visited v times in a season moves by 1 − (1 − α)^(1/v) each time. */
    private double[] perVisit(List<Double> rates) {
        Optional<ZSeries> first = training.stream().filter(part -> !part.isEmpty()).findFirst();
        long interval = first.map(part -> part.timeMillis(1) - part.timeMillis(0)).orElse(1L);
        double visits = Math.max(1, (double) season.periodMillis() / season.bins() / interval);
        return rates.stream().mapToDouble(rate -> 1 - Math.pow(1 - rate, 1 / visits)).toArray();
    }

    private static double shareOfHoles(List<ZSeries> parts) {
        long cells = 0;
        long holes = 0;
        for (ZSeries part : parts) {
            cells += (long) part.length() * part.channels();
            holes +=
                    IntStream.range(part.from(), part.to())
                            .mapToLong(
                                    t ->
                                            IntStream.range(0, part.channels())
                                                    .filter(d -> Float.isNaN(part.z(t, d)))
                                                    .count())
                            .sum();
        }
        return (double) holes / Math.max(1, cells);
    }
}
