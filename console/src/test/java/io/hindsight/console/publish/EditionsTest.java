package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelSuppression.Edition;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.ModelTimes.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionsTest {
    private static final String NONE = "{\"rules\":[]}";

    private final GroupRecords records = new GroupRecords("air");

    @Test
    void numbersVersionsFromOneAndKeepsThoseBefore() {
        records.take(Editions.with(records, NONE, Edition.AT_ONCE, 7));
        ModelSuppression second = Editions.with(records, "{}", 500, 8);

        assertThat(second)
                .isEqualTo(
                        new ModelSuppression(
                                "air",
                                List.of(new Edition(1, 0, NONE), new Edition(2, 500, "{}")),
                                8));
    }

    @Test
    void ofTooManyTheOldestGo() {
        for (int i = 0; i < 40; i++) {
            records.take(Editions.with(records, NONE, Edition.AT_ONCE, 7));
        }

        assertThat(records.suppression().orElseThrow().editions())
                .hasSize(32)
                .extracting(Edition::version)
                .startsWith(9)
                .endsWith(40);
    }

    @Test
    void tellsWhatWasAskedAndWhatWasDecided() {
        Rule rule = new Rule.Channel("broken", Optional.empty(), "O3");
        String rules = SuppressionFile.write(List.of(rule));
        records.take(Editions.with(records, rules, Edition.AT_ONCE, 7));
        records.take(Editions.with(records, "no rules", 500, 7));
        records.take(new ModelTimes("air", List.of(), List.of(new Time(1, 70))));

        assertThat(SuppressionLine.of(records))
                .containsExactly(
                        new SuppressionLine(1, List.of(rule), 0, Optional.of(70L)),
                        new SuppressionLine(2, List.of(), 500, Optional.empty()));
    }
}
