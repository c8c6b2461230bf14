package io.hindsight.model.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.fixtures.PlainJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenCellTest {
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"lstm-single", "lstm-wide", "gru-single", "gru-wide"})
    void agreesWithPyTorchAfterEveryStep(String name) throws IOException {
        Map<?, ?> golden = read("/golden/" + name + ".json");
        int inputSize = (int) PlainJson.numbers(golden.get("inputSize"))[0];
        int hiddenSize = (int) PlainJson.numbers(golden.get("hiddenSize"))[0];
        Map<?, ?> parameters = (Map<?, ?>) golden.get("parameters");
        RecurrentCell cell =
                new CellWeights(
                                CellKind.valueOf((String) golden.get("kind")),
                                inputSize,
                                hiddenSize,
                                floats(parameters.get("weight_ih_l0")),
                                floats(parameters.get("weight_hh_l0")),
                                floats(parameters.get("bias_ih_l0")),
                                floats(parameters.get("bias_hh_l0")))
                        .newCell();
        float[] input = floats(golden.get("input"));
        double[] output = PlainJson.numbers(golden.get("output"));
        float[] h = new float[hiddenSize];
        float[] c = new float[hiddenSize];
        int steps = input.length / inputSize;
        assertThat(steps).isEqualTo(output.length / hiddenSize).isPositive();

        for (int step = 0; step < steps; step++) {
            cell.step(Arrays.copyOfRange(input, step * inputSize, (step + 1) * inputSize), h, c);
            assertClose(
                    h,
                    Arrays.copyOfRange(output, step * hiddenSize, (step + 1) * hiddenSize),
                    step);
        }

        Map<?, ?> last = (Map<?, ?>) golden.get("finalState");
        assertClose(h, PlainJson.numbers(last.get("h")), steps);
        if (last.containsKey("c")) {
            assertClose(c, PlainJson.numbers(last.get("c")), steps);
        }
    }

    private static void assertClose(float[] actual, double[] expected, int step) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int k = 0; k < actual.length; k++) {
            assertThat((double) actual[k])
                    .as("step %d, unit %d", step, k)
                    .isCloseTo(expected[k], within(TOLERANCE));
        }
    }

    private static float[] floats(Object value) {
        double[] numbers = PlainJson.numbers(value);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static Map<?, ?> read(String resource) throws IOException {
        try (InputStream in = GoldenCellTest.class.getResourceAsStream(resource)) {
            return PlainJson.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
