package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Fits anchors and takes the one with the least errors at hidden cells of the validation part:
 * first the weight of the centre, then profiles and order with that weight. The rounds of a fit
 * matter where the training part has holes: then each round of the first candidate is scored, its
 * fit ends where more of them help no more, and the others start from it.
 *
 * <p>What work a choice may cost is counted in operations, not in time, so that the choice is the
 * same on any machine and any number of threads. Of much data the choice is made on each series'
 * last slots; what was chosen is then fitted to all of it.
 */
public final class AnchorChoice {
    private static final List<Double> RIDGES = List.of(1_000.0, 300.0, 10_000.0);
    private static final List<List<Double>> RATES =
            List.of(List.of(0.1, 0.3), List.of(0.1, 0.3, 0.6));
    private static final int ORDER = 3;
    private static final int HIGHER_ORDER = 4;
    private static final int MOST_CHANNELS_IN_FULL = 24;
    private static final int MOST_CHANNELS_IN_ORDER = 40;

    private static final double FEW_HOLES = 0.01;
    private static final int ROUNDS = 2;
    private static final int MOST_ROUNDS = 20;
    private static final int REFINING_ROUNDS = 5;
    private static final int PATIENCE = 3;

    /** A candidate must be better by so much than one that was there before. */
    private static final double WORTH = 0.001;

    /** Multiplications of a round on the data to choose on, and of all rounds of the last fit. */
    private static final double SAMPLE_WORK = 0.8e9;

    private static final double LAST_FIT_WORK = 50e9;
    private static final double SCORE_WORK = 0.3e9;
    private static final int LEAST_SAMPLE = 1_000;

    private final AnchorNumbers numbers;
    private final Candidate chosen;
    private final int rounds;
    private final List<Candidate> candidates;

    private AnchorChoice(
            AnchorNumbers numbers, Candidate chosen, int rounds, List<Candidate> candidates) {
        this.numbers = numbers;
        this.chosen = chosen;
        this.rounds = rounds;
        this.candidates = List.copyOf(candidates);
    }

    /**
     * Chooses what the options leave open.
     *
     * @param answered channels that a model answers, the first ones: errors count there alone
     * @param options of any kind but none
     * @param training the parts to fit to
     * @param validation the parts to be judged by; what comes before a part only warms the anchor
     *     up
     */
    public static AnchorChoice of(
            int channels,
            int answered,
            Season season,
            AnchorOptions options,
            List<ZSeries> training,
            List<ZSeries> validation) {
        ForkJoinPool pool = new ForkJoinPool(options.threads());
        try {
            Search search = new Search(channels, answered, season, options, training, validation);
            return pool.submit(search::run).join();
        } finally {
            pool.shutdown();
        }
    }

    /** What was chosen, fitted to all of the training parts. */
    public AnchorNumbers numbers() {
        return numbers;
    }

    public AnchorSpec spec() {
        return numbers.spec();
    }

    /** The candidate that was taken. */
    public Candidate chosen() {
        return chosen;
    }

    /** Rounds of the fit to all of the training parts. */
    public int rounds() {
        return rounds;
    }

    /** What was tried, in order; one alone if nothing was left open. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** A candidate with its numbers. */
    private record Fitted(Candidate candidate, AnchorNumbers numbers) {}

    /** What makes a candidate. */
    private record Settings(int order, double ridge, List<Double> rates) {}

    private static final class Search {
        private final int channels;
        private final Season season;
        private final AnchorOptions options;
        private final List<ZSeries> training;
        private final List<ZSeries> sample;
        private final HiddenErrors errors;
        private final FilterForm form;
        private final int order;
        private final boolean holey;

        Search(
                int channels,
                int answered,
                Season season,
                AnchorOptions options,
                List<ZSeries> training,
                List<ZSeries> validation) {
            this.channels = channels;
            this.season = season;
            this.options = options;
            this.training = training;
            this.order = options.order().orElse(channels > MOST_CHANNELS_IN_ORDER ? 1 : ORDER);
            this.form =
                    options.form()
                            .orElse(
                                    channels > MOST_CHANNELS_IN_FULL
                                            ? FilterForm.CHEAP
                                            : FilterForm.FULL);
            this.holey = shareOfHoles(training) >= FEW_HOLES;
            int longest =
                    (int)
                            Math.max(
                                    LEAST_SAMPLE,
                                    SAMPLE_WORK / workOfSlot(order + 1) / training.size());
            this.sample = training.stream().map(part -> part.last(longest)).toList();
            long mostSlots = (long) (SCORE_WORK / workOfSlot(order));
            this.errors = new HiddenErrors(channels, answered, validation, mostSlots);
        }

        /** Multiplications of a filter with all of its covariance, in a slot without holes. */
        private double workOfSlot(int slots) {
            double n = slots * (double) channels;
            return 2.5 * channels * n * n;
        }

        AnchorChoice run() {
            List<Double> rates = options.rates().isEmpty() ? RATES.get(0) : options.rates();
            List<Double> ridges =
                    options.ridge().isPresent() ? List.of(options.ridge().getAsDouble()) : RIDGES;
            Fitted first = fit(new Settings(order, ridges.get(0), rates));
            boolean goesOn = holey && options.rounds().isEmpty();
            List<Fitted> tried = new ArrayList<>(goesOn ? List.of() : List.of(first));
            tried.addAll(
                    fit(
                            first,
                            ridges.stream()
                                    .skip(tried.size())
                                    .map(ridge -> new Settings(order, ridge, rates))
                                    .toList()));
            Fitted ridged = best(tried);
            tried.addAll(fit(ridged, around(ridged.candidate())));
            Fitted best = best(tried);
            List<Candidate> candidates =
                    tried.stream()
                            .map(Fitted::candidate)
                            .map(one -> one.equals(best.candidate()) ? one.asChosen() : one)
                            .toList();
            return lastFit(best, candidates);
        }

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

        private List<Fitted> fit(Fitted start, List<Settings> settings) {
            return settings.stream().parallel().map(each -> fit(start, each)).toList();
        }

        /** From the centre, in as many rounds as help. */
        private Fitted fit(Settings settings) {
            AnchorFit fit = new AnchorFit(spec(settings), channels, settings.ridge(), sample);
            AnchorNumbers numbers = centre(settings);
            boolean choosesRounds = options.rounds().isEmpty() && holey;
            int most = options.rounds().orElse(holey ? MOST_ROUNDS : ROUNDS);
            Fitted best = null;
            for (int round = 1; round <= most; round++) {
                numbers = fit.round(numbers);
                if (choosesRounds || round == most) {
                    Fitted next = scored(settings, round, numbers);
                    best = best == null || isWorth(next, best) ? next : best;
                    if (choosesRounds && round - best.candidate().rounds() >= PATIENCE) {
                        break;
                    }
                }
            }
            return best == null ? scored(settings, 0, numbers) : best;
        }

        /** From another one, in so many rounds as two such anchors are apart. */
        private Fitted fit(Fitted start, Settings settings) {
            AnchorFit fit = new AnchorFit(spec(settings), channels, settings.ridge(), sample);
            int rounds = start.candidate().rounds();
            AnchorNumbers numbers = like(start.numbers(), settings);
            for (int round = 0; round < Math.min(rounds, REFINING_ROUNDS); round++) {
                numbers = fit.round(numbers);
            }
            return scored(settings, rounds, numbers);
        }

        private Fitted scored(Settings settings, int rounds, AnchorNumbers numbers) {
            HiddenErrors.Errors of = errors.of(numbers);
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

        private static boolean isWorth(Fitted next, Fitted before) {
            return next.candidate().score() < (1 - WORTH) * before.candidate().score();
        }

        private static Fitted best(List<Fitted> tried) {
            return tried.stream()
                    .reduce((before, next) -> isWorth(next, before) ? next : before)
                    .orElseThrow();
        }

        private AnchorChoice lastFit(Fitted best, List<Candidate> candidates) {
            Candidate chosen = best.candidate().asChosen();
            long slots = training.stream().mapToLong(ZSeries::length).sum();
            if (slots == sample.stream().mapToLong(ZSeries::length).sum()) {
                return new AnchorChoice(best.numbers(), chosen, chosen.rounds(), candidates);
            }
            double work = (double) slots * workOfSlot(chosen.order() + 1);
            int affordable = (int) Math.max(ROUNDS, LAST_FIT_WORK / work);
            OptionalInt given = options.rounds();
            int rounds = given.orElse(Math.min(chosen.rounds(), affordable));
            Settings settings = new Settings(chosen.order(), chosen.ridge(), chosen.rates());
            AnchorFit fit = new AnchorFit(spec(settings), channels, chosen.ridge(), training);
            AnchorNumbers numbers = given.isPresent() ? centre(settings) : best.numbers();
            for (int round = 0; round < rounds; round++) {
                numbers = fit.round(numbers);
            }
            return new AnchorChoice(numbers, chosen, rounds, candidates);
        }

        /** The profile is of all of the data: it costs little. */
        private AnchorNumbers centre(Settings settings) {
            return new AnchorFit(spec(settings), channels, settings.ridge(), training)
                    .centre(perVisit(settings.rates()));
        }

        private AnchorNumbers like(AnchorNumbers start, Settings settings) {
            return new AnchorFit(spec(settings), channels, settings.ridge(), training)
                    .like(start, perVisit(settings.rates()));
        }

        private AnchorSpec spec(Settings settings) {
            return new AnchorSpec(
                    options.kind(), settings.order(), form, season, settings.rates().size());
        }

        /** A bin that is visited v times in a season moves by 1 − (1 − α)^(1/v) each time. */
        private double[] perVisit(List<Double> rates) {
            Optional<ZSeries> first = training.stream().filter(part -> !part.isEmpty()).findFirst();
            long interval = first.map(part -> part.timeMillis(1) - part.timeMillis(0)).orElse(1L);
            double visits = Math.max(1, (double) season.periodMillis() / season.bins() / interval);
            return rates.stream().mapToDouble(rate -> 1 - Math.pow(1 - rate, 1 / visits)).toArray();
        }
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
