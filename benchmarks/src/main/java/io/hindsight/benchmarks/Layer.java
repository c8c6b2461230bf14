package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.recurrent.CellWeights;
import java.util.Random;

/**
 * One recurrent layer's parameters in PyTorch's layout, from a seed: what every form starts from.
 */
final class Layer {
    final CellKind kind;
    final int inputSize;
    final int hiddenSize;
    final float[] weightIh;
    final float[] weightHh;
    final float[] biasIh;
    final float[] biasHh;

    Layer(CellKind kind, int inputSize, int hiddenSize, long seed) {
        this.kind = kind;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        Random random = new Random(seed);
        int rows = kind.gates() * hiddenSize;
        weightIh = uniform(random, rows * inputSize);
        weightHh = uniform(random, rows * hiddenSize);
        biasIh = uniform(random, rows);
        biasHh = uniform(random, rows);
    }

    CellWeights weights() {
        return new CellWeights(kind, inputSize, hiddenSize, weightIh, weightHh, biasIh, biasHh);
    }

    /** Seeded inputs [steps][I] within ±1. */
    static float[][] inputs(int steps, int inputSize) {
        Random random = new Random(steps);
        float[][] inputs = new float[steps][inputSize];
        for (float[] input : inputs) {
            for (int k = 0; k < inputSize; k++) {
                input[k] = 2 * random.nextFloat() - 1;
            }
        }
        return inputs;
    }

    private float[] uniform(Random random, int length) {
        float bound = (float) (1 / Math.sqrt(hiddenSize));
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = bound * (2 * random.nextFloat() - 1);
        }
        return values;
    }
}
