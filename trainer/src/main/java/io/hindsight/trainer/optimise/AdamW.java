package io.hindsight.trainer.optimise;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) and the gradient limited by its
 * global norm. The shards' gradients are summed in their order.
 *
 * <p>What it remembers can be written and read back; updates then go on with the same bits.
 */
public final class AdamW {
    private static final int FORMAT = 1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double weightDecay;
    private final double mostNorm;
    private final Predicate<String> learns;
    private final List<Moments> moments = new ArrayList<>();
    private int updates;

    /** Of one parameter, as its value lies in memory. */
    private static final class Moments {
        private final String name;
        private final float[] gradient;
        private final float[] first;
        private final float[] second;

        private Moments(String name, float[] gradient, float[] first, float[] second) {
            this.name = name;
            this.gradient = gradient;
            this.first = first;
            this.second = second;
        }
    }

    /**
     * @param weightDecay share of a weight lost in an update, relative to the learning rate
     * @param mostNorm of a gradient; a longer one is shortened to it, infinity never
     */
    public AdamW(Parameters parameters, double weightDecay, double mostNorm) {
        this(parameters, weightDecay, mostNorm, name -> true);
    }

    /**
     * An optimiser that holds some parameters fixed: they never change, and their gradients do not
     * count in the norm.
     *
     * @param learns the names of those that change
     */
    public AdamW(
            Parameters parameters, double weightDecay, double mostNorm, Predicate<String> learns) {
        this.weightDecay = weightDecay;
        this.mostNorm = mostNorm;
        this.learns = learns;
        for (Parameter parameter : parameters) {
            int size = parameter.value().size();
            moments.add(
                    new Moments(
                            parameter.name(), new float[size], new float[size], new float[size]));
        }
    }

    /**
     * One update of the values that all shards share.
     *
     * @return the global norm of the summed gradient before it was limited; if it isn't finite,
     *     nothing was updated
     */
    public double update(List<Parameters> shards, double learningRate) {
        double norm = sumGradients(shards);
        if (!Double.isFinite(norm)) {
            return norm;
        }
        double factor = norm > mostNorm ? mostNorm / norm : 1;
        updates++;
        int k = 0;
        for (Parameter parameter : shards.get(0)) {
            Moments of = moments.get(k++);
            if (learns.test(of.name)) {
                float[] value = parameter.value().toArray();
                step(of, value, factor, learningRate);
                parameter.value().write(value);
            }
        }
        return norm;
    }

    private void step(Moments of, float[] value, double factor, double learningRate) {
        double scale1 = 1 / (1 - Math.pow(BETA1, updates));
        double scale2 = 1 / (1 - Math.pow(BETA2, updates));
        float[] m = of.first;
        float[] v = of.second;
        for (int i = 0; i < value.length; i++) {
            double g = of.gradient[i] * factor;
            m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * g);
            v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * g * g);
            double step = m[i] * scale1 / (Math.sqrt(v[i] * scale2) + EPSILON);
            value[i] -= (float) (learningRate * (step + weightDecay * value[i]));
        }
    }

    private double sumGradients(List<Parameters> shards) {
        double squares = 0;
        for (int k = 0; k < moments.size(); k++) {
            Moments of = moments.get(k);
            if (!learns.test(of.name)) {
                continue;
            }
            float[] sum = of.gradient;
            shards.get(0).get(of.name).gradient().read(sum);
            for (Parameters shard : shards.subList(1, shards.size())) {
                float[] gradient = shard.get(of.name).gradient().toArray();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient[i];
                }
            }
            for (float g : sum) {
                squares += (double) g * g;
            }
        }
        return Math.sqrt(squares);
    }

    /** Updates that were done. */
    public int updates() {
        return updates;
    }

    /** Writes all that an optimiser of the same parameters needs to go on from here. */
    public void save(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(updates);
        out.writeInt(moments.size());
        for (Moments of : moments) {
            out.writeUTF(of.name);
            out.writeInt(of.first.length);
            write(of.first, out);
            write(of.second, out);
        }
    }

    /**
     * Takes over what {@link #save} wrote.
     *
     * @throws IOException if the bytes are none of its, end early or belong to other parameters;
     *     this optimiser is then as it was
     */
    public void restore(DataInput in) throws IOException {
        require(in.readInt(), FORMAT, "format");
        int done = in.readInt();
        require(in.readInt(), moments.size(), "number of parameters");
        List<Moments> read = new ArrayList<>();
        for (Moments of : moments) {
            String name = in.readUTF();
            if (!name.equals(of.name)) {
                throw new IOException(
                        "the optimiser's state is of other parameters: name=%s, expected=%s"
                                .formatted(name, of.name));
            }
            int size = of.first.length;
            require(in.readInt(), size, "size of " + name);
            read.add(new Moments(name, of.gradient, floats(in, size), floats(in, size)));
        }
        moments.clear();
        moments.addAll(read);
        updates = done;
    }

    private static void require(int actual, int expected, String what) throws IOException {
        if (actual != expected) {
            throw new IOException(
                    "the optimiser's state doesn't fit: %s=%d, expected=%d"
                            .formatted(what, actual, expected));
        }
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(DataInput in, int size) throws IOException {
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = in.readFloat();
        }
        return values;
    }
}
