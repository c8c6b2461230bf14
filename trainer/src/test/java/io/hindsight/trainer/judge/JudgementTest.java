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

        assertThat(json.fieldNames()).toIterable().containsExactly("causal", "linear");
        JsonNode causal = json.get("causal");
        assertThat(causal.fieldNames())
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
                        "seesFuture",
                        "channels",
                        "channelsInZ",
                        "gapLengths");
        assertThat(causal.get("mae").asDouble()).isEqualTo(1);
        assertThat(causal.at("/channels/x/mae").asDouble()).isEqualTo(2);
        assertThat(causal.at("/channelsInZ/x/mae").asDouble()).isEqualTo(1);
        assertThat(causal.at("/gapLengths/1/count").asInt()).isEqualTo(SLOTS / 2);
        assertThat(causal.get("seesFuture").asBoolean()).isFalse();
        assertThat(json.at("/linear/seesFuture").asBoolean()).isTrue();
    }

    /** A method that is always wrong by so much, in natural units. */
    private static Method method(MethodName name, double error) {
        return new Method(name, visible -> (slot, channel) -> slot + error);
    }

    private static JsonNode json(Method... methods) {
        double[][] values = new double[SLOTS][1];
        for (int t = 0; t < SLOTS; t++) {
            values[t][0] = t;
        }
        SensorSeries series = SensorSeries.of("a", 0, 3_600_000, values);
        DataSet data = new DataSet(List.of("x"), 3_600_000, List.of(series), 0, 0);
        HiddenCells hidden = new HiddenCells(data);
        for (int t = 0; t < SLOTS; t += 2) {
            hidden.hide(0, t, 0);
        }
        Normaliser halves = new Normaliser(new double[1], new double[] {2});
        return new ObjectMapper().valueToTree(Judge.judge(List.of(methods), data, hidden, halves));
    }
}
