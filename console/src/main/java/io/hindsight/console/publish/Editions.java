package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelSuppression.Edition;
import java.util.ArrayList;
import java.util.List;

/** What is to be ignored of a group, with one edition more. */
final class Editions {
    private Editions() {}

    /** Adds rules under the next version. What was wanted before stays, as far as there is room. */
    static ModelSuppression with(
            GroupRecords records, String rules, long fromMillis, long nowMillis) {
        List<Edition> editions =
                new ArrayList<>(
                        records.suppression().map(ModelSuppression::editions).orElse(List.of()));
        int last = editions.isEmpty() ? 0 : editions.get(editions.size() - 1).version();
        editions.add(new Edition(last + 1, fromMillis, rules));
        int first = Math.max(0, editions.size() - ModelSuppression.MOST_EDITIONS);
        return new ModelSuppression(
                records.group(), editions.subList(first, editions.size()), nowMillis);
    }
}
