package io.hindsight.benchmarks.detect;

/**
 * What a detector is worth on a set.
 *
 * @param others at the threshold that is best on the other sets
 * @param own at the set's own best threshold
 * @param byDefault at the detector's default threshold; null if it has none
 */
record SetResult(BenchSet set, NabScore others, NabScore own, NabScore byDefault) {}
