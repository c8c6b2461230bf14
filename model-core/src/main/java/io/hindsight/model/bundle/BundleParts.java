package io.hindsight.model.bundle;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorWeights;
import io.hindsight.model.anchor.DecayWeights;
import io.hindsight.model.anchor.DecayingValues;
import io.hindsight.model.anchor.HeldValues;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.recurrent.CellWeights;
import io.hindsight.model.revise.BackwardPass;
import io.hindsight.model.revise.BackwardWeights;
import io.hindsight.model.revise.ReviserWeights;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a model, made of its parameters: these are verified, and bear the names there. */
final class BundleParts {
    private BundleParts() {}

    static StudentWeights student(StudentSpec spec, Map<String, Tensor> tensors) {
        CellWeights cell =
                new CellWeights(
                        spec.cell(),
                        spec.inputSize(),
                        spec.hiddenSize(),
                        tensors.get(Parameters.WEIGHT_IH).floats(),
                        tensors.get(Parameters.WEIGHT_HH).floats(),
                        tensors.get(Parameters.BIAS_IH).floats(),
                        tensors.get(Parameters.BIAS_HH).floats());
        return new StudentWeights(
                cell,
                tensors.get(Parameters.NORM_WEIGHT).floats(),
                tensors.get(Parameters.NORM_BIAS).floats(),
                tensors.get(Parameters.PREDICT_WEIGHT).floats(),
                tensors.get(Parameters.PREDICT_BIAS).floats(),
                tensors.get(Parameters.IMPUTE_WEIGHT).floats(),
                tensors.get(Parameters.IMPUTE_BIAS).floats(),
                tensors.get(Parameters.SHRINK).floats());
    }

    static SpreadTable spread(StudentSpec spec, Map<String, Tensor> tensors) {
        return new SpreadTable(spec.answeredCount(), tensors.get(Parameters.SPREAD).floats());
    }

    /**
     * What makes an anchor for one thread.
     *
     * @throws IllegalArgumentException if the numbers are not an anchor's
     */
    static Supplier<Anchor> anchors(StudentSpec spec, Map<String, Tensor> tensors) {
        int channels = spec.channelCount();
        return switch (spec.anchor().kind()) {
            case NONE -> () -> new HeldValues(channels);
            case SEASONAL, FILTER -> {
                AnchorWeights weights = filter(spec, tensors);
                yield () -> new LinearFilter(spec.anchor(), channels, weights);
            }
            case DECAY -> {
                DecayWeights weights =
                        new DecayWeights(
                                channels,
                                tensors.get(Parameters.ANCHOR_TAU).floats(),
                                tensors.get(Parameters.ANCHOR_FLOOR).floats(),
                                tensors.get(Parameters.ANCHOR_VARIANCE).floats());
                yield () -> new DecayingValues(channels, spec.paceMillis(), weights);
            }
        };
    }

    private static AnchorWeights filter(StudentSpec spec, Map<String, Tensor> tensors) {
        return new AnchorWeights(
                spec.anchor(),
                spec.channelCount(),
                tensors.get(Parameters.ANCHOR_PROFILE).floats(),
                tensors.get(Parameters.ANCHOR_RATES).floats(),
                tensors.get(Parameters.ANCHOR_TRANSITION).floats(),
                tensors.get(Parameters.ANCHOR_SEASON).floats(),
                tensors.get(Parameters.ANCHOR_NOISE).floats(),
                tensors.get(Parameters.ANCHOR_MEASUREMENT).floats());
    }

    /**
     * Only for a spec that has a backward part.
     *
     * @throws IllegalArgumentException if the numbers are not a reviser's
     */
    static ReviserWeights reviser(StudentSpec spec, Map<String, Tensor> tensors) {
        BackwardWeights filter =
                new BackwardWeights(
                        spec.channelCount(),
                        spec.anchor().order(),
                        spec.anchor().season(),
                        tensors.get(Parameters.ANCHOR_PROFILE).floats(),
                        tensors.get(Parameters.BACKWARD_TRANSITION).floats(),
                        tensors.get(Parameters.BACKWARD_SEASON).floats(),
                        tensors.get(Parameters.BACKWARD_NOISE).floats(),
                        tensors.get(Parameters.BACKWARD_MEASUREMENT).floats(),
                        tensors.get(Parameters.BACKWARD_START).floats());
        CellWeights cell =
                new CellWeights(
                        spec.cell(),
                        BackwardPass.rowSize(spec),
                        spec.backwardSize(),
                        tensors.get(Parameters.WEIGHT_IH + Parameters.REVERSE).floats(),
                        tensors.get(Parameters.WEIGHT_HH + Parameters.REVERSE).floats(),
                        tensors.get(Parameters.BIAS_IH + Parameters.REVERSE).floats(),
                        tensors.get(Parameters.BIAS_HH + Parameters.REVERSE).floats());
        return new ReviserWeights(
                filter,
                cell,
                tensors.get(Parameters.REVISE_NORM_WEIGHT).floats(),
                tensors.get(Parameters.REVISE_NORM_BIAS).floats(),
                tensors.get(Parameters.REVISE_WEIGHT).floats(),
                tensors.get(Parameters.REVISE_BIAS).floats(),
                tensors.get(Parameters.REVISE_SHRINK).floats());
    }
}
