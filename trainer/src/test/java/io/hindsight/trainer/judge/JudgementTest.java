package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judgement as JSON, whose keys others read. */
class JudgementTest {
    private static final int SLOTS = 400;

    @Test
    void namesTheMethodsInTheirOrderAndTheirFigures() {
        JsonNode json = json(method(MethodName.LINEAR, 3), method(MethodName.CAUSAL, 2));

        assertThat(json.fieldNames()).toIterable().containsExactly("intervals", "causal", "linear");
        assertThat(json.get("causal").fieldNames())
                .toIterable()
                .containsExactly(
                        "mae",
                        "mse",
                        "rmse",
                        "r2",
                        "mre",
                        "mape",
                        "mapeLeftOut",
                        "count",
                        "maeLow",
                        "maeHigh",
                        "mseLow",
                        "mseHigh",
                        "coverage50",
                        "coverage80",
                        "coverage90",
                        "coverage99",
                        "width90",
                        "crps",
                        "seesFuture",
                        "channels",
                        "channelsInZ",
                        "gapLengths");
        assertThat(json.get("linear").has("coverage50")).isFalse();
        assertThat(json.at("/causal/seesFuture").asBoolean()).isFalse();
        assertThat(json.at("/linear/seesFuture").asBoolean()).isTrue();
    }

    @Test
    void saysHowFarEachMethodIsFromTheCausalStep() {
        JsonNode json = json(method(MethodName.CAUSAL, 2), method(MethodName.LOCF, 3));

        JsonNode difference = json.at("/locf/maeAboveCausal");
        assertThat(difference.get("value").asDouble()).isEqualTo(0.5);
        assertThat(difference.get("low").asDouble()).isEqualTo(0.5);
        assertThat(difference.get("high").asDouble()).isEqualTo(0.5);
        assertThat(difference.get("clear").asBoolean()).isTrue();
        JsonNode same = json(method(MethodName.CAUSAL, 2), method(MethodName.LOCF, -2));
        assertThat(same.at("/locf/maeAboveCausal/clear").asBoolean()).isFalse();
        assertThat(json(method(MethodName.LOCF, 2)).at("/locf").has("maeAboveCausal")).isFalse();
    }

    @Test
    void givesChannelsInTheirOwnUnitsAndInZ() {
        JsonNode causal = json(method(MethodName.CAUSAL, 2)).get("causal");

        assertThat(causal.get("mae").asDouble()).isEqualTo(1);
        assertThat(causal.at("/channels/x/mae").asDouble()).isEqualTo(2);
        assertThat(causal.at("/channels/x/maeLow").asDouble()).isEqualTo(2);
        assertThat(causal.at("/channels/x/mseHigh").asDouble()).isEqualTo(4);
        assertThat(causal.at("/channels/x").has("crps")).isFalse();
        assertThat(causal.at("/channelsInZ/x/mae").asDouble()).isEqualTo(1);
        assertThat(causal.at("/channelsInZ/x/crps").asDouble()).isPositive();
        assertThat(causal.at("/gapLengths/1/count").asInt()).isEqualTo(SLOTS / 2);
    }

    @Test
    void saysHowItsIntervalsWereMade() {
        JsonNode intervals = json(method(MethodName.CAUSAL, 2)).get("intervals");

        assertThat(intervals.get("share").asDouble()).isEqualTo(0.9);
        assertThat(intervals.get("blockMillis").asLong()).isEqualTo(18 * 3_600_000L);
        assertThat(intervals.get("blocks").asInt()).isEqualTo(23);
        assertThat(intervals.get("resamples").asInt()).isEqualTo(400);
    }

    /** A method that is always wrong by so much, in natural units; the causal one has a spread. */
    private static Method method(MethodName name, double error) {
        return new Method(
                name,
                visible ->
                        new Estimates() {
                            @Override
                            public double value(int slot, int channel) {
                                return slot + error;
                            }

                            @Override
                            public boolean hasSpread() {
                                return name == MethodName.CAUSAL;
                            }

                            @Override
                            public double quantile(int slot, int channel, double p) {
                                return slot + error + p;
                            }
                        });
    }

    private static JsonNode json(Method... methods) {
        double[][] values = new double[SLOTS][1];
        for (int t = 0; t < SLOTS; t++) {
            values[t][0] = t;
        }
        SensorSeries series = SensorSeries.of("a", 0, 3_600_000, values);
        DataSet data = new DataSet(List.of("x"), 3_600_000, List.of(series));
        HiddenCells hidden = new HiddenCells(data);
        for (int t = 0; t < SLOTS; t += 2) {
            hidden.hide(0, t, 0);
        }
        Normaliser halves = new Normaliser(new double[1], new double[] {2});
        return new ObjectMapper().valueToTree(Judge.judge(List.of(methods), data, hidden, halves));
    }
}
