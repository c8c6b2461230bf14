package io.hindsight.model.bundle;

import io.hindsight.model.recurrent.CellWeights;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The names and shapes of a student's parameters, as PyTorch names and lays them out. */
public final class Parameters {
    public static final String WEIGHT_IH = "weight_ih_l0";
    public static final String WEIGHT_HH = "weight_hh_l0";
    public static final String BIAS_IH = "bias_ih_l0";
    public static final String BIAS_HH = "bias_hh_l0";
    public static final String PREDICT_WEIGHT = "predict.weight";
    public static final String PREDICT_BIAS = "predict.bias";
    public static final String IMPUTE_WEIGHT = "impute.weight";
    public static final String IMPUTE_BIAS = "impute.bias";

    /**
     * Largest magnitude of a parameter. No sum of a step can overflow float32 then, so that finite
     * readings never make a memory NaN; trained ones stay far below.
     */
    public static final float LARGEST = 1e6f;

    private Parameters() {}

    /** Every parameter's shape, in the order of the file. */
    public static Map<String, int[]> shapes(StudentSpec spec) {
        int rows = spec.cell().gates() * spec.hiddenSize();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(WEIGHT_IH, new int[] {rows, spec.inputSize()});
        shapes.put(WEIGHT_HH, new int[] {rows, spec.hiddenSize()});
        shapes.put(BIAS_IH, new int[] {rows});
        shapes.put(BIAS_HH, new int[] {rows});
        shapes.put(
                PREDICT_WEIGHT,
                new int[] {spec.answerSize(), spec.hiddenSize() + spec.priorSize()});
        shapes.put(PREDICT_BIAS, new int[] {spec.answerSize()});
        shapes.put(
                IMPUTE_WEIGHT,
                new int[] {spec.gatedHeadSize(), spec.hiddenSize() + spec.inputSize()});
        shapes.put(IMPUTE_BIAS, new int[] {spec.gatedHeadSize()});
        return shapes;
    }

    static Map<String, Tensor> shaped(StudentSpec spec, Map<String, float[]> values)
            throws BundleException {
        Map<String, int[]> shapes = shapes(spec);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, float[]> entry : values.entrySet()) {
            int[] shape = shapes.get(entry.getKey());
            int length = shape == null ? -1 : Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            if (length != entry.getValue().length) {
                throw new BundleException(
                        "parameter must be known and have its shape: "
                                + entry.getKey()
                                + " with "
                                + entry.getValue().length
                                + " values");
            }
            tensors.put(entry.getKey(), Tensor.of(entry.getValue().clone(), shape));
        }
        return tensors;
    }

    static Map<String, Tensor> verified(StudentSpec spec, Map<String, Tensor> tensors)
            throws BundleException {
        Map<String, Tensor> verified = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> entry : shapes(spec).entrySet()) {
            String name = entry.getKey();
            Tensor tensor = tensors.get(name);
            if (tensor == null
                    || tensor.type != Tensor.Type.F32
                    || !Arrays.equals(tensor.shape, entry.getValue())) {
                throw new BundleException(
                        name + " must be F32" + Arrays.toString(entry.getValue()) + ": " + tensor);
            }
            OptionalInt wild = tensor.firstBeyond(LARGEST);
            if (wild.isPresent()) {
                int at = wild.getAsInt();
                throw new BundleException(
                        name
                                + "["
                                + at
                                + "] must be within ±"
                                + LARGEST
                                + ": "
                                + tensor.floats()[at]);
            }
            verified.put(name, tensor);
        }
        if (tensors.size() != verified.size()) {
            throw new BundleException("unknown parameters in " + tensors.keySet());
        }
        return verified;
    }

    static StudentWeights weights(StudentSpec spec, Map<String, Tensor> tensors) {
        CellWeights cell =
                new CellWeights(
                        spec.cell(),
                        spec.inputSize(),
                        spec.hiddenSize(),
                        tensors.get(WEIGHT_IH).floats(),
                        tensors.get(WEIGHT_HH).floats(),
                        tensors.get(BIAS_IH).floats(),
                        tensors.get(BIAS_HH).floats());
        return new StudentWeights(
                cell,
                tensors.get(PREDICT_WEIGHT).floats(),
                tensors.get(PREDICT_BIAS).floats(),
                tensors.get(IMPUTE_WEIGHT).floats(),
                tensors.get(IMPUTE_BIAS).floats());
    }
}
