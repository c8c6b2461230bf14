package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What one batch of training works on: a layer in each direction over windows of random inputs, and
 * targets for the mean squared error of both layers' states.
 */
final class TrainingProblem {
    static final int STEPS = 100;
    static final int BATCH = 64;
    static final int INPUTS = 8;
    static final int HIDDEN = 64;

    final CellKind kind;
    final Layer forwards;
    final Layer backwards;

    /** [steps][batch][inputs]. */
    final float[] inputs;

    /** [steps][batch][2 hidden], forwards before backwards. */
    final float[] targets;

    TrainingProblem(CellKind kind) {
        this.kind = kind;
        this.forwards = new Layer(kind, INPUTS, HIDDEN, 1);
        this.backwards = new Layer(kind, INPUTS, HIDDEN, 2);
        this.inputs = normal(STEPS * BATCH * INPUTS, 3);
        this.targets = normal(STEPS * BATCH * 2 * HIDDEN, 4);
    }

    private static float[] normal(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Writes weights in PyTorch's order, inputs and targets as little-endian float32. */
    void write(Path file) throws IOException {
        List<float[]> arrays =
                Stream.of(
                                Stream.of(forwards, backwards)
                                        .flatMap(
                                                layer ->
                                                        Stream.of(
                                                                layer.weightIh,
                                                                layer.weightHh,
                                                                layer.biasIh,
                                                                layer.biasHh)),
                                Stream.of(inputs, targets))
                        .flatMap(part -> part)
                        .toList();
        int size = arrays.stream().mapToInt(array -> array.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * size).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] array : arrays) {
            for (float value : array) {
                bytes.putFloat(value);
            }
        }
        Files.write(file, bytes.array());
    }
}
