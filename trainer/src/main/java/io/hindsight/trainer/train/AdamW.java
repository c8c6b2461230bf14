package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) and the gradient limited by its
 * global norm. The shards' gradients are summed in their order.
 */
final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double MOST_NORM = 1;

    private final double weightDecay;
    private final List<float[]> first = new ArrayList<>();
    private final List<float[]> second = new ArrayList<>();
    private int updates;

    AdamW(Parameters parameters, double weightDecay) {
        this.weightDecay = weightDecay;
        for (Parameter parameter : parameters) {
            first.add(new float[parameter.value().size()]);
            second.add(new float[parameter.value().size()]);
        }
    }

    /** One update of the values that all shards share. */
    void update(List<Parameters> shards, double learningRate) {
        List<float[]> gradients = sum(shards);
        double norm = norm(gradients);
        double factor = norm > MOST_NORM ? MOST_NORM / norm : 1;
        updates++;
        double scale1 = 1 / (1 - Math.pow(BETA1, updates));
        double scale2 = 1 / (1 - Math.pow(BETA2, updates));
        int k = 0;
        for (Parameter parameter : shards.get(0)) {
            float[] value = parameter.value().toArray();
            float[] gradient = gradients.get(k);
            float[] m = first.get(k);
            float[] v = second.get(k);
            for (int i = 0; i < value.length; i++) {
                double g = gradient[i] * factor;
                m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * g);
                v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * g * g);
                double step = m[i] * scale1 / (Math.sqrt(v[i] * scale2) + EPSILON);
                value[i] -= (float) (learningRate * (step + weightDecay * value[i]));
            }
            parameter.value().write(value);
            k++;
        }
    }

    private static List<float[]> sum(List<Parameters> shards) {
        List<float[]> sums = new ArrayList<>();
        for (Parameters shard : shards) {
            int k = 0;
            for (Parameter parameter : shard) {
                float[] gradient = parameter.gradient().toArray();
                if (sums.size() == k) {
                    sums.add(gradient);
                } else {
                    float[] sum = sums.get(k);
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += gradient[i];
                    }
                }
                k++;
            }
        }
        return sums;
    }

    private static double norm(List<float[]> gradients) {
        double squares = 0;
        for (float[] gradient : gradients) {
            for (float g : gradient) {
                squares += (double) g * g;
            }
        }
        return Math.sqrt(squares);
    }
}
