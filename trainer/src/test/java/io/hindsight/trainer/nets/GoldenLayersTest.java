package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenLayersTest {
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lstm-single",
                "lstm-bidirectional",
                "lstm-wide",
                "gru-single",
                "gru-bidirectional",
                "gru-wide"
            })
    void outputsAndAllGradientsMatchPyTorch(String name) throws IOException {
        JsonNode golden = read(name);
        int steps = golden.get("steps").asInt();
        int hidden = golden.get("hiddenSize").asInt();
        boolean both = golden.get("bidirectional").asBoolean();
        List<String> suffixes = both ? List.of("", "_reverse") : List.of("");
        float[] output = new float[steps * hidden * suffixes.size()];
        double[] expectedInputGradient = flat(golden.get("gradients").get("input"));
        double[] inputGradientSum = new double[expectedInputGradient.length];

        try (Parameters parameters = parameters(golden.get("parameters"));
                Matrix input = new Matrix(golden.get("inputSize").asInt(), steps);
                Matrix inputGradient = new Matrix(input.rows(), steps)) {
            input.write(floats(flat(golden.get("input"))));
            List<RecurrentLayer> layers = new ArrayList<>();
            for (int k = 0; k < suffixes.size(); k++) {
                RecurrentLayer layer =
                        name.startsWith("lstm")
                                ? new LstmLayer(parameters, suffixes.get(k), steps, 1, k == 1)
                                : new GruLayer(parameters, suffixes.get(k), steps, 1, k == 1);
                layers.add(layer);
                layer.forward(input);
                place(layer.after().toArray(), output, hidden, k, suffixes.size());
            }
            assertClose(output, flat(golden.get("output")), "output");

            for (int k = 0; k < layers.size(); k++) {
                RecurrentLayer layer = layers.get(k);
                layer.clearGradients();
                layer.afterGradient().write(lossGradient(output, hidden, k, suffixes.size()));
                layer.backward(input, inputGradient);
                float[] part = inputGradient.toArray();
                for (int i = 0; i < part.length; i++) {
                    inputGradientSum[i] += part[i];
                }
                layer.close();
            }
            assertClose(floats(inputGradientSum), expectedInputGradient, "input gradient");
            for (Parameter parameter : parameters) {
                Parameter gradient =
                        Parameter.zeros(
                                parameter.name(),
                                parameter.value().rows(),
                                parameter.value().columns());
                gradient.value().write(parameter.gradient().toArray());
                assertClose(
                        gradient.rowMajor(),
                        flat(golden.get("gradients").get(parameter.name())),
                        parameter.name());
                gradient.close();
            }
        }
    }

    /** The gradient of 0.5 sum(y^2) + sum(cos(k) y_k). */
    private static float[] lossGradient(float[] output, int hidden, int part, int parts) {
        float[] gradient = new float[output.length / parts];
        for (int k = 0; k < gradient.length; k++) {
            int at = (k / hidden * parts + part) * hidden + k % hidden;
            gradient[k] = (float) (output[at] + Math.cos(at));
        }
        return gradient;
    }

    private static void place(float[] states, float[] output, int hidden, int part, int parts) {
        for (int k = 0; k < states.length; k++) {
            output[(k / hidden * parts + part) * hidden + k % hidden] = states[k];
        }
    }

    private static Parameters parameters(JsonNode node) {
        List<Parameter> list = new ArrayList<>();
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            double[] values = flat(node.get(name));
                            int rows = node.get(name).size();
                            Parameter parameter = Parameter.zeros(name, rows, values.length / rows);
                            parameter.setRowMajor(floats(values));
                            list.add(parameter);
                        });
        return Parameters.of(list.stream());
    }

    private static void assertClose(float[] actual, double[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            double error = Math.abs(actual[k] - expected[k]) / Math.max(1, Math.abs(expected[k]));
            assertThat(error).as("%s at %d", what, k).isLessThan(TOLERANCE);
        }
    }

    private static double[] flat(JsonNode node) {
        return leaves(node).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        if (!node.isArray()) {
            return Stream.of(node);
        }
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        return children.stream().flatMap(GoldenLayersTest::leaves);
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = (float) values[k];
        }
        return result;
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in =
                GoldenLayersTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
