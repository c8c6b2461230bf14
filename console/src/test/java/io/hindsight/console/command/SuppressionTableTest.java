package io.hindsight.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.publish.SuppressionLine;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.ModelTimes.Time;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionTableTest {
    @Test
    void showsTheVersionsAndTheRulesOfTheLast() {
        Rule rule = new Rule.Absolute("noise", Optional.of("a"), "O3", 2.5);

        assertThat(
                        lines(
                                new SuppressionLine(
                                        1, List.of(), 0, Optional.of(Time.FROM_THE_BEGINNING)),
                                new SuppressionLine(2, List.of(rule), 1_000, Optional.of(2_000L)),
                                new SuppressionLine(3, List.of(rule), 0, Optional.empty())))
                .containsExactly(
                        "version  rules  asked to act from     acts from",
                        "      1      0  at once               the beginning",
                        "      2      1  1970-01-01T00:00:01Z  1970-01-01T00:00:02Z",
                        "      3      1  at once               not decided",
                        "the rules of version 3:",
                        "  {\"name\":\"noise\",\"sensor\":\"a\",\"kind\":\"absolute\","
                                + "\"channel\":\"O3\",\"bound\":2.5}");
    }

    @Test
    void saysThatNothingIsIgnored() {
        assertThat(lines()).containsExactly("nothing of air is ignored");
    }

    private static List<String> lines(SuppressionLine... lines) {
        StringWriter out = new StringWriter();
        SuppressionTable.print("air", List.of(lines), new PrintWriter(out, true));
        return out.toString().lines().toList();
    }
}
