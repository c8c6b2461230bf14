package io.hindsight.trainer.choose;

import io.hindsight.trainer.anchor.AnchorNumbers;
import java.util.List;

/** A candidate with its numbers. */
record Fitted(Candidate candidate, AnchorNumbers numbers) {
    /** A candidate must be better by so much than one that was there before. */
    private static final double WORTH = 0.001;

    boolean isWorthMoreThan(Fitted before) {
        return candidate.score() < (1 - WORTH) * before.candidate.score();
    }

    /** The one that no later one was worth more than. */
    static Fitted best(List<Fitted> tried) {
        return tried.stream()
                .reduce((before, next) -> next.isWorthMoreThan(before) ? next : before)
                .orElseThrow();
    }
}
