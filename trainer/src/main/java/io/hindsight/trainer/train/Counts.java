package io.hindsight.trainer.train;

/**
 * What a batch's loss is averaged over.
 *
 * @param hidden cells that are known and were hidden
 * @param known cells that are known, hidden or not
 */
public record Counts(long hidden, long known) {
    Counts plus(Counts other) {
        return new Counts(hidden + other.hidden, known + other.known);
    }
}
