package io.hindsight.job.models;

import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.model.suppress.SuppressionFileException;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelSuppression.Edition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether what is wanted of a group's suppression may follow what is known. */
final class SuppressionRules {
    private SuppressionRules() {}

    /**
     * @param before what it takes the place of
     * @param times what was decided, by version
     */
    static void check(
            ModelSuppression next, Optional<ModelSuppression> before, Map<Integer, Long> times)
            throws RefusedReleaseException {
        List<Edition> editions = next.editions();
        ScheduleRules.requireAtMost("editions", editions.size(), ModelSuppression.MOST_EDITIONS);
        int last = 0;
        for (int k = 0; k < editions.size(); k++) {
            String path = "editions[" + k + "].";
            last = ScheduleRules.rising(path + "version", editions.get(k).version(), last);
            requireRules(path, editions.get(k));
        }
        for (Edition edition : before.map(ModelSuppression::editions).orElse(List.of())) {
            if (times.containsKey(edition.version())) {
                requireSame(edition, editions);
            }
        }
    }

    private static void requireRules(String path, Edition edition) throws RefusedReleaseException {
        try {
            SuppressionFile.read(edition.rules());
        } catch (SuppressionFileException e) {
            throw new RefusedReleaseException(path + e.field(), e.rule(), e.found());
        }
    }

    /** Only where there is no more room may one be left out. */
    private static void requireSame(Edition decided, List<Edition> editions)
            throws RefusedReleaseException {
        Optional<Edition> now =
                editions.stream().filter(each -> each.version() == decided.version()).findFirst();
        boolean leftOut = now.isEmpty() && editions.size() == ModelSuppression.MOST_EDITIONS;
        if (!leftOut && !now.equals(Optional.of(decided))) {
            throw new RefusedReleaseException(
                    "editions",
                    "must keep what was decided, " + decided,
                    now.map(Edition::toString).orElse("no version " + decided.version()));
        }
    }
}
