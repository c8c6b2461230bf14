package io.hindsight.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.compare.ShadowJoin;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowTableTest {

    @Test
    void setsBothVersionsSideBySideAndSaysWhoPredictedBetter() {
        List<String> lines = lines(2, 1);

        assertThat(lines.get(0))
                .isEqualTo("version 1 (active) and version 2 (shadow) on 10 readings");
        assertThat(lines.get(4).split(" {2,}"))
                .containsExactly(
                        "level", "2.000", "1.000", "1.000", "0.500", "0.0 %", "100.0 %", "100.0 %",
                        "100.0 %", "–");
        assertThat(lines)
                .contains(
                        "version 1 (active): mean score 6.000, 10 readings from 5.00 on",
                        "version 2 (shadow): mean score 1.000, 0 readings from 5.00 on");
        assertThat(lines)
                .last()
                .isEqualTo(
                        "version 2 predicted better: its error is 50.0 % lower, as a geometric mean"
                                + " over the channels");
    }

    @Test
    void saysSoWhereTheActiveOneIsBetterOrNoneIs() {
        assertThat(lines(1, 2)).last().asString().startsWith("version 1 predicted better");
        assertThat(lines(2, 2)).last().isEqualTo("version 2 predicted as well as version 1");
    }

    private static List<String> lines(float activeError, float shadowError) {
        ShadowJoin join = new ShadowJoin("air", 0);
        for (int time = 0; time < 10; time++) {
            join.addShadow(result(time, 2, 1, shadowError));
            join.addActive(result(time, 1, 6, activeError));
        }
        StringWriter out = new StringWriter();
        join.compare(5)
                .forEach(
                        each ->
                                ShadowTable.print(
                                        each, List.of("level"), 5, new PrintWriter(out, true)));
        return out.toString().lines().toList();
    }

    private static Result result(long time, long version, float score, float error) {
        ChannelResult channel = new ChannelResult(10, 10 - error, 2, Float.NaN, score);
        return new Result("a", "air", time, 0, 0, Result.SCORED, version, score, List.of(channel));
    }
}
