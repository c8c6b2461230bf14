package io.hindsight.model.bundle;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.revise.BackwardPass;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The names and shapes of a model's parameters, the net's as PyTorch names and lays them out. */
public final class Parameters {
    public static final String WEIGHT_IH = "weight_ih_l0";
    public static final String WEIGHT_HH = "weight_hh_l0";
    public static final String BIAS_IH = "bias_ih_l0";
    public static final String BIAS_HH = "bias_hh_l0";
    public static final String NORM_WEIGHT = "norm.weight";
    public static final String NORM_BIAS = "norm.bias";
    public static final String PREDICT_WEIGHT = "predict.weight";
    public static final String PREDICT_BIAS = "predict.bias";
    public static final String IMPUTE_WEIGHT = "impute.weight";
    public static final String IMPUTE_BIAS = "impute.bias";
    public static final String SHRINK = "shrink";
    public static final String SPREAD = "spread.table";
    public static final String ANCHOR_PROFILE = "anchor.profile";
    public static final String ANCHOR_RATES = "anchor.rates";
    public static final String ANCHOR_TRANSITION = "anchor.transition";
    public static final String ANCHOR_SEASON = "anchor.season";
    public static final String ANCHOR_NOISE = "anchor.noise";
    public static final String ANCHOR_MEASUREMENT = "anchor.measurement";
    public static final String ANCHOR_TAU = "anchor.tau";
    public static final String ANCHOR_FLOOR = "anchor.floor";
    public static final String ANCHOR_VARIANCE = "anchor.variance";
    public static final String BACKWARD_TRANSITION = "backward.transition";
    public static final String BACKWARD_SEASON = "backward.season";
    public static final String BACKWARD_NOISE = "backward.noise";
    public static final String BACKWARD_MEASUREMENT = "backward.measurement";
    public static final String BACKWARD_START = "backward.start";
    public static final String REVERSE = "_reverse";
    public static final String REVISE_NORM_WEIGHT = "norm_reverse.weight";
    public static final String REVISE_NORM_BIAS = "norm_reverse.bias";
    public static final String REVISE_WEIGHT = "revise.weight";
    public static final String REVISE_BIAS = "revise.bias";
    public static final String REVISE_SHRINK = "shrink_reverse";

    /**
     * Largest magnitude of a parameter. No sum of a step can overflow float32 then, so that finite
     * readings never make a memory NaN; trained ones stay far below.
     */
    public static final float LARGEST = 1e6f;

    private Parameters() {}

    /** Every parameter's shape, in the order of the file. */
    public static Map<String, int[]> shapes(StudentSpec spec) {
        Map<String, int[]> shapes = netShapes(spec);
        shapes.put(SHRINK, new int[] {3, spec.answeredCount()});
        shapes.put(
                SPREAD,
                new int[] {SpreadTable.SITUATIONS, SpreadTable.LEVEL_COUNT, spec.answeredCount()});
        shapes.putAll(anchorShapes(spec.anchor(), spec.channelCount()));
        if (spec.backwardSize() > 0) {
            shapes.putAll(backwardShapes(spec));
        }
        return shapes;
    }

    /** The shapes of what gradients train. */
    public static Map<String, int[]> netShapes(StudentSpec spec) {
        int rows = spec.cell().gates() * spec.hiddenSize();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(WEIGHT_IH, new int[] {rows, spec.inputSize()});
        shapes.put(WEIGHT_HH, new int[] {rows, spec.hiddenSize()});
        shapes.put(BIAS_IH, new int[] {rows});
        shapes.put(BIAS_HH, new int[] {rows});
        shapes.put(NORM_WEIGHT, new int[] {spec.hiddenSize()});
        shapes.put(NORM_BIAS, new int[] {spec.hiddenSize()});
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

    /** The names of what makes a memory: the recurrent layer's numbers and the anchor's. */
    static Set<String> remembering(StudentSpec spec) {
        Set<String> names = new LinkedHashSet<>();
        names.addAll(List.of(WEIGHT_IH, WEIGHT_HH, BIAS_IH, BIAS_HH));
        names.addAll(anchorShapes(spec.anchor(), spec.channelCount()).keySet());
        return names;
    }

    private static Map<String, int[]> anchorShapes(AnchorSpec anchor, int channels) {
        return switch (anchor.kind()) {
            case NONE -> Map.of();
            case SEASONAL, FILTER -> filterShapes(anchor, channels);
            case DECAY -> decayShapes(channels);
        };
    }

    private static Map<String, int[]> decayShapes(int channels) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(ANCHOR_TAU, new int[] {channels});
        shapes.put(ANCHOR_FLOOR, new int[] {channels});
        shapes.put(ANCHOR_VARIANCE, new int[] {channels});
        return shapes;
    }

    private static Map<String, int[]> filterShapes(AnchorSpec anchor, int channels) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(ANCHOR_PROFILE, new int[] {anchor.season().bins(), channels});
        shapes.put(ANCHOR_RATES, new int[] {anchor.rates()});
        shapes.put(ANCHOR_TRANSITION, new int[] {anchor.order(), channels, channels});
        shapes.put(ANCHOR_SEASON, new int[] {anchor.rates(), anchor.profileLags(), channels});
        shapes.put(ANCHOR_NOISE, new int[] {channels, channels});
        shapes.put(ANCHOR_MEASUREMENT, new int[] {channels});
        return shapes;
    }

    private static Map<String, int[]> backwardShapes(StudentSpec spec) {
        int channels = spec.channelCount();
        int order = spec.anchor().order();
        int size = spec.backwardSize();
        int rows = spec.cell().gates() * size;
        int rowSize = BackwardPass.rowSize(spec);
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(BACKWARD_TRANSITION, new int[] {order, channels, channels});
        shapes.put(BACKWARD_SEASON, new int[] {order + 1, channels});
        shapes.put(BACKWARD_NOISE, new int[] {channels, channels});
        shapes.put(BACKWARD_MEASUREMENT, new int[] {channels});
        shapes.put(BACKWARD_START, new int[] {order * channels, order * channels});
        shapes.put(WEIGHT_IH + REVERSE, new int[] {rows, rowSize});
        shapes.put(WEIGHT_HH + REVERSE, new int[] {rows, size});
        shapes.put(BIAS_IH + REVERSE, new int[] {rows});
        shapes.put(BIAS_HH + REVERSE, new int[] {rows});
        shapes.put(REVISE_NORM_WEIGHT, new int[] {size});
        shapes.put(REVISE_NORM_BIAS, new int[] {size});
        shapes.put(
                REVISE_WEIGHT,
                new int[] {spec.gatedHeadSize(), size + rowSize + spec.hiddenSize()});
        shapes.put(REVISE_BIAS, new int[] {spec.gatedHeadSize()});
        shapes.put(REVISE_SHRINK, new int[] {2, spec.answeredCount()});
        return shapes;
    }

    /** The tensors of these values; trust and spread are 1 where they are not given. */
    static Map<String, Tensor> shaped(StudentSpec spec, Map<String, float[]> values)
            throws BundleException {
        Map<String, int[]> shapes = shapes(spec);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(SHRINK, ones(shapes.get(SHRINK)));
        tensors.put(SPREAD, ones(shapes.get(SPREAD)));
        if (spec.backwardSize() > 0) {
            tensors.put(REVISE_SHRINK, ones(shapes.get(REVISE_SHRINK)));
        }
        for (Map.Entry<String, float[]> entry : values.entrySet()) {
            int[] shape = shapes.get(entry.getKey());
            int length = shape == null ? -1 : length(shape);
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

    private static Tensor ones(int[] shape) {
        float[] values = new float[length(shape)];
        Arrays.fill(values, 1);
        return Tensor.of(values, shape);
    }

    private static int length(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
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
}
