package io.hindsight.job.step;

import io.hindsight.schemas.Result;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What counts of a run's results in the end, so that runs can be compared. */
final class BestResults {
    private BestResults() {}

    /**
     * Of each slot the highest revision, without its number and how long it took; none of those
     * that were withdrawn.
     */
    static Map<String, Result> of(Collection<Result> results) {
        Map<String, Result> best = new TreeMap<>();
        results.stream()
                .sorted(Comparator.comparingInt(Result::revision))
                .forEach(r -> best.put(r.sensor() + "@" + r.eventTimeMillis(), said(r)));
        best.values().removeIf(result -> result.status().equals(Result.WITHDRAWN));
        return best;
    }

    private static Result said(Result result) {
        return new Result(
                result.sensor(),
                result.group(),
                result.eventTimeMillis(),
                0,
                0,
                result.status(),
                result.modelVersion(),
                result.score(),
                result.warming(),
                result.suppressed(),
                result.channels());
    }
}
