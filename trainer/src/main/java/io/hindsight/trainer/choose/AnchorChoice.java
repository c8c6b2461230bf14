package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * The anchor with the least errors at hidden cells of the validation part, of those that {@link
 * AnchorSearch} tries. Of much data the choice is made on each series' last slots, as many as
 * {@link WorkBounds} grant; what was chosen is then fitted to all of it.
 */
public final class AnchorChoice {
    private final AnchorNumbers numbers;
    private final Candidate chosen;
    private final int rounds;
    private final List<Candidate> candidates;

    AnchorChoice(AnchorNumbers numbers, Candidate chosen, int rounds, List<Candidate> candidates) {
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
            AnchorSearch search =
                    new AnchorSearch(channels, answered, season, options, training, validation);
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
}
