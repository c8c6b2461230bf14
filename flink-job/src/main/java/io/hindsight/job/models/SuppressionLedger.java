package io.hindsight.job.models;

import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelSuppression.Edition;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the one who decides knows of a group's suppression: what was wanted, and from when on each
 * version acts. A time that stands here once never changes.
 */
final class SuppressionLedger {
    final NavigableMap<Integer, Long> times = new TreeMap<>();
    Optional<ModelSuppression> wanted = Optional.empty();

    /**
     * Takes in what is wanted.
     *
     * @return whether it is news
     * @throws RefusedReleaseException if it is nothing that may follow what was wanted before
     */
    boolean take(ModelSuppression next) throws RefusedReleaseException {
        SuppressionRules.check(next, wanted, times);
        if (wanted.isPresent() && wanted.get().editions().equals(next.editions())) {
            return false;
        }
        wanted = Optional.of(next);
        List<Integer> named = next.editions().stream().map(Edition::version).toList();
        int last = named.isEmpty() ? 0 : named.get(named.size() - 1);
        times.keySet().removeIf(version -> version < last && !named.contains(version));
        return true;
    }

    /** Whether a version could be decided now. */
    boolean isDue() {
        return wanted.stream()
                .flatMap(each -> each.editions().stream())
                .anyMatch(edition -> !times.containsKey(edition.version()));
    }

    /**
     * Decides every version that is not decided.
     *
     * @param passedMillis as {@link DecidedTimes#from}
     */
    void decide(long passedMillis) {
        wanted.stream()
                .flatMap(each -> each.editions().stream())
                .forEach(
                        edition ->
                                times.computeIfAbsent(
                                        edition.version(),
                                        version ->
                                                DecidedTimes.from(
                                                        edition.fromMillis(), passedMillis)));
    }
}
