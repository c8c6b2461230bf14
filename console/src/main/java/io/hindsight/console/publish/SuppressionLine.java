package io.hindsight.console.publish;

import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.model.suppress.SuppressionFileException;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelTimes;
import java.util.List;
import java.util.Optional;

/**
 * One version of what is ignored of a group as a person sees it.
 *
 * @param rules empty where they cannot be read: then no job takes them
 * @param askedMillis event time from which it is asked to act
 * @param decided event time from which it acts; empty while it is not decided
 */
public record SuppressionLine(
        int version, List<Rule> rules, long askedMillis, Optional<Long> decided) {

    /** All versions of a group. */
    public static List<SuppressionLine> of(GroupRecords records) {
        return records.suppression().stream()
                .flatMap(wanted -> wanted.editions().stream())
                .map(edition -> of(edition, records))
                .toList();
    }

    private static SuppressionLine of(ModelSuppression.Edition edition, GroupRecords records) {
        Optional<Long> decided =
                records.times().stream()
                        .flatMap(times -> times.suppressions().stream())
                        .filter(time -> time.number() == edition.version())
                        .map(ModelTimes.Time::fromMillis)
                        .findFirst();
        return new SuppressionLine(
                edition.version(), rules(edition), edition.fromMillis(), decided);
    }

    private static List<Rule> rules(ModelSuppression.Edition edition) {
        try {
            return SuppressionFile.read(edition.rules());
        } catch (SuppressionFileException e) {
            return List.of();
        }
    }
}
