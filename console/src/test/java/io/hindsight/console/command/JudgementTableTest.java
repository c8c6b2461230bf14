package io.hindsight.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.judge.Bounds;
import io.hindsight.trainer.judge.Difference;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.Intervals;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.judge.SpreadFigures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTableTest {
    private static final SpreadFigures SPREAD =
            new SpreadFigures(0.5123, 0.81, 0.9, 0.987, 1.25, 0.2);
    private static final Difference CLEAR = new Difference(0.1, 0.05, 0.15, true);
    private static final Difference NOT_CLEAR = new Difference(0.1, -0.05, 0.25, false);

    @Test
    void putsTheMethodsUnderEachOtherWithTheirIntervals() {
        assertThat(printed())
                .contains(
                        "1,234 hidden cells, z units        MAE  [90 % interval]         MSE     RMSE"
                                + "      R2     MRE    MAPE",
                        "causal step                     0.2500  [0.2000, 0.3000]     0.1600   0.4000"
                                + "   0.750   0.500  150.0%",
                        "last observation                0.2500  [0.2000, 0.3000]     0.1600   0.4000"
                                + "   0.750   0.500  150.0%",
                        "intervals: 400 draws of blocks of 7 d, 21 of which fill the time that is"
                                + " judged");
    }

    @Test
    void marksWhatSeesTheFutureAndWhatIsNotClearlyDifferent() {
        assertThat(printed())
                .anyMatch(line -> line.startsWith("causal step  "))
                .anyMatch(line -> line.startsWith("last observation  "))
                .anyMatch(line -> line.startsWith("causal ridge ~ "))
                .anyMatch(line -> line.startsWith("linear interpolation * ~ "));
    }

    @Test
    void saysHowManyTruthsLieInsideTheIntervals() {
        assertThat(printed())
                .contains(
                        "truths inside the interval of     50 %     80 %     90 %     99 %      width"
                                + " of 90 %     CRPS",
                        "causal step                      51.2%    81.0%    90.0%    98.7%"
                                + "             1.2500   0.2000");
    }

    @Test
    void givesErrorsByLengthOfGapAndLeavesOutWhatWasNotHidden() {
        assertThat(printed())
                .contains(
                        "MAE by length of gap, slots          1      2-3      4-8     9-16    17-36"
                                + "     more",
                        "last observation                0.2500        -        -        -        -"
                                + "   0.2500",
                        "cells                            1,234        -        -        -        -"
                                + "    1,234");
    }

    @Test
    void givesTheChannelsInTheirOwnUnits() {
        assertThat(printed())
                .contains(
                        "causal step, natural units       cells      MAE     RMSE      R2     MRE"
                                + "    MAPE MAE in z    held",
                        "pressure                             5  1234567   123.46   0.750   0.500"
                                + "  150.0%   0.2500  0.2500");
    }

    @Test
    void leavesOutChannelsWithoutAHiddenCell() {
        assertThat(printed()).noneMatch(line -> line.startsWith("never hidden"));
    }

    @Test
    void isNoWiderThanAHundredColumns() {
        assertThat(printed()).allMatch(line -> line.length() <= 100);
    }

    private static List<String> printed() {
        Map<MethodName, MethodFigures> methods = new EnumMap<>(MethodName.class);
        methods.put(MethodName.CAUSAL, method(null, SPREAD));
        methods.put(MethodName.LOCF, method(CLEAR, null));
        methods.put(MethodName.RIDGE, method(NOT_CLEAR, null));
        methods.put(MethodName.LINEAR, method(NOT_CLEAR, null));
        StringWriter text = new StringWriter();
        JudgementTable.print(
                new Judgement(new Intervals(0.9, 7 * 86_400_000L, 21, 400), methods),
                new PrintWriter(text));
        return text.toString().lines().toList();
    }

    private static MethodFigures method(Difference difference, SpreadFigures spread) {
        Figures z =
                new Figures(
                        0.25,
                        0.16,
                        0.4,
                        0.75,
                        0.5,
                        1.5,
                        3,
                        1234,
                        new Bounds(0.2, 0.3, 0.1, 0.2),
                        spread);
        Figures natural = new Figures(1_234_567, 1e9, 123.456, 0.75, 0.5, 1.5, 0, 5, null, null);
        Figures none = new Figures(0, 0, 0, 0, 0, 0, 0, 0, null, null);
        return new MethodFigures(
                z,
                false,
                difference,
                Map.of("pressure", natural, "never hidden", none),
                Map.of("pressure", z, "never hidden", none),
                Map.of("1", z, "more", z));
    }
}
