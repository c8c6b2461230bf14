package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.train.Hiding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Errors of an anchor at hidden cells of the validation part. The same cells are hidden from each
 * anchor: stretches of slots take the kinds of loss in turn, and each pass starts with another
 * kind, so that after as many passes as there are kinds each stretch has met them all.
 */
final class HiddenErrors {
    private static final long SEED = 0x51ED2701L;
    private static final int STRETCH = 400;
    private static final int WARM_UP = 1_000;
    private static final Hiding.Kind[] KINDS = Hiding.Kind.values();

    private final int channels;
    private final int answered;
    private final List<Pass> passes = new ArrayList<>();

    /** One way through a part. */
    private record Pass(ZSeries part, int to, int first, BitSet hidden) {}

    /** Mean errors over the kinds of loss. */
    record Errors(double mae, double mse) {
        /** What anchors are compared by. */
        double score() {
            return mae + mse;
        }
    }

    /**
     * @param answered channels that may be hidden, the first ones
     * @param mostSlots about how many slots to filter, over all passes
     */
    HiddenErrors(int channels, int answered, List<ZSeries> validation, long mostSlots) {
        this.channels = channels;
        this.answered = answered;
        List<ZSeries> parts = validation.stream().filter(part -> !part.isEmpty()).toList();
        long slots = parts.stream().mapToLong(ZSeries::length).sum();
        int count = (int) Math.max(1, Math.min(KINDS.length, mostSlots / Math.max(1, slots)));
        int longest = (int) Math.max(STRETCH, mostSlots / Math.max(1, parts.size()));
        for (int first = 0; first < count; first++) {
            for (int k = 0; k < parts.size(); k++) {
                int length = Math.min(parts.get(k).length(), longest);
                passes.add(pass(parts.get(k), length, first + k, SEED + passes.size()));
            }
        }
    }

    private Pass pass(ZSeries part, int length, int first, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] hidden = new boolean[length * answered];
        Hiding hiding = new Hiding(answered);
        for (int from = 0; from < length; from += STRETCH) {
            int to = Math.min(length, from + STRETCH);
            hiding.draw(KINDS[kind(first, from)], random, hidden, from, to);
        }
        BitSet cells = new BitSet(hidden.length);
        for (int k = 0; k < hidden.length; k++) {
            cells.set(k, hidden[k]);
        }
        return new Pass(part, part.from() + length, first, cells);
    }

    /** Which of the kinds a slot has. */
    private static int kind(int first, int slot) {
        return (first + slot / STRETCH) % KINDS.length;
    }

    /**
     * @param anchors makes an anchor for one thread
     */
    Errors of(Supplier<Anchor> anchors) {
        List<double[][]> each =
                passes.stream().parallel().map(pass -> run(anchors.get(), pass)).toList();
        double mae = 0;
        double mse = 0;
        int kinds = 0;
        for (int kind = 0; kind < KINDS.length; kind++) {
            double[] sums = new double[3];
            for (double[][] one : each) {
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += one[kind][k];
                }
            }
            if (sums[0] > 0) {
                mae += sums[1] / sums[0];
                mse += sums[2] / sums[0];
                kinds++;
            }
        }
        return new Errors(mae / Math.max(1, kinds), mse / Math.max(1, kinds));
    }

    /** [kind][cells, absolute errors, squared errors] */
    private double[][] run(Anchor anchor, Pass pass) {
        AnchorMemory memory = anchor.newMemory();
        AnchorView view = new AnchorView(channels);
        float[] truth = new float[channels];
        float[] z = new float[channels];
        double[][] sums = new double[KINDS.length][3];
        ZSeries part = pass.part();
        for (int t = Math.max(0, part.from() - WARM_UP); t < pass.to(); t++) {
            int slot = t - part.from();
            for (int d = 0; d < channels; d++) {
                truth[d] = part.z(t, d);
                z[d] = isHidden(pass, slot, d) ? Float.NaN : truth[d];
            }
            anchor.predict(memory, part.timeMillis(t), view);
            anchor.observe(memory, part.timeMillis(t), z, view);
            if (slot < 0) {
                continue;
            }
            double[] of = sums[kind(pass.first(), slot)];
            for (int d = 0; d < answered; d++) {
                if (isHidden(pass, slot, d) && !Float.isNaN(truth[d])) {
                    double error = view.mean[d] - truth[d];
                    of[0]++;
                    of[1] += Math.abs(error);
                    of[2] += error * error;
                }
            }
        }
        return sums;
    }

    private boolean isHidden(Pass pass, int slot, int channel) {
        return slot >= 0 && channel < answered && pass.hidden().get(slot * answered + channel);
    }
}
