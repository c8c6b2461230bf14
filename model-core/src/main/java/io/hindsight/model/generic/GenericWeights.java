package io.hindsight.model.generic;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.recurrent.CellWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The generic net's parameters in PyTorch's names and layout: a GRU, and two linear heads.
 *
 * <p>The event head has one row over [h after the value; inputs], the forecast head {@value
 * #FORECASTS} over [h before the value; what is known before it].
 */
public final class GenericWeights {
    /** Numbers that a reading enters with. */
    public static final int INPUT_SIZE = GenericInputs.SIZE;

    /** Numbers that are known before a reading. */
    public static final int PRIOR_SIZE = GenericInputs.PRIOR_SIZE;

    /** Trust in the profile and in the last value, a correction, and the log of the spread. */
    public static final int FORECASTS = 4;

    public static final int MOST_HIDDEN = 256;

    private final int hiddenSize;
    private final Map<String, float[]> tensors = new LinkedHashMap<>();

    /**
     * @param hiddenSize 1 … {@value #MOST_HIDDEN}
     * @param tensors row-major, of the {@link #shapes} that follow; copied
     * @throws IllegalArgumentException if one is missing or has another length
     */
    public GenericWeights(int hiddenSize, Map<String, float[]> tensors) {
        if (hiddenSize < 1 || hiddenSize > MOST_HIDDEN) {
            throw new IllegalArgumentException(
                    "hiddenSize must be 1 to %d: %d".formatted(MOST_HIDDEN, hiddenSize));
        }
        this.hiddenSize = hiddenSize;
        shapes(hiddenSize)
                .forEach((name, shape) -> this.tensors.put(name, sized(name, shape, tensors)));
    }

    /** Rows and columns of each tensor, in the order of the file; a bias has one column. */
    public static Map<String, int[]> shapes(int hiddenSize) {
        int rows = CellKind.GRU.gates() * hiddenSize;
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("weight_ih_l0", new int[] {rows, INPUT_SIZE});
        shapes.put("weight_hh_l0", new int[] {rows, hiddenSize});
        shapes.put("bias_ih_l0", new int[] {rows, 1});
        shapes.put("bias_hh_l0", new int[] {rows, 1});
        shapes.put("event.weight", new int[] {1, hiddenSize + INPUT_SIZE});
        shapes.put("event.bias", new int[] {1, 1});
        shapes.put("forecast.weight", new int[] {FORECASTS, hiddenSize + PRIOR_SIZE});
        shapes.put("forecast.bias", new int[] {FORECASTS, 1});
        return shapes;
    }

    private static float[] sized(String name, int[] shape, Map<String, float[]> tensors) {
        float[] values = tensors.get(name);
        int length = shape[0] * shape[1];
        if (values == null || values.length != length) {
            throw new IllegalArgumentException(
                    "%s must have %d values: %s"
                            .formatted(name, length, values == null ? "none" : values.length));
        }
        return values.clone();
    }

    public int hiddenSize() {
        return hiddenSize;
    }

    /** A copy of one tensor. */
    public float[] tensor(String name) {
        return tensors.get(name).clone();
    }

    CellWeights cell() {
        return new CellWeights(
                CellKind.GRU,
                INPUT_SIZE,
                hiddenSize,
                tensors.get("weight_ih_l0"),
                tensors.get("weight_hh_l0"),
                tensors.get("bias_ih_l0"),
                tensors.get("bias_hh_l0"));
    }
}
