package io.hindsight.trainer.nets;

import io.hindsight.model.revise.BackwardPass;
import io.hindsight.model.student.StudentSpec;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A net that knows what came after: a recurrent layer backwards over the rows of a look back, and a
 * head over its normed state, the rows and a forward state. The forward state is either its own
 * layer's, trained together with the rest (a <em>coupled</em> teacher), or a finished student's,
 * given from outside (a reviser).
 */
public final class TwoWayNet implements AutoCloseable {
    private static final String REVERSE = "_reverse";

    private final Parameters parameters;
    private final Optional<RecurrentLayer> forward;
    private final Optional<LayerNorm> forwardNorm;
    private final Matrix inputs;
    private final Matrix rows;
    private final Matrix givenStates;
    private final RecurrentLayer backward;
    private final LayerNorm backwardNorm;
    private final GatedHead head;
    private Matrix forwardStates;
    private Matrix backwardStates;
    private Matrix answers;

    /**
     * @param coupled whether it has a forward layer of its own
     */
    public TwoWayNet(
            StudentSpec spec, Parameters parameters, int steps, int batch, boolean coupled) {
        int columns = steps * batch;
        int rowSize = BackwardPass.rowSize(spec);
        this.parameters = parameters;
        this.inputs = new Matrix(spec.inputSize(), columns);
        this.rows = new Matrix(rowSize, columns);
        this.givenStates = new Matrix(spec.hiddenSize(), columns);
        this.forward =
                coupled
                        ? Optional.of(
                                Shapes.layer(spec.cell(), parameters, "", steps, batch, false))
                        : Optional.empty();
        this.forwardNorm = forward.map(layer -> new LayerNorm(parameters, "norm", columns));
        this.backward = Shapes.layer(spec.cell(), parameters, REVERSE, steps, batch, true);
        this.backwardNorm = new LayerNorm(parameters, "norm" + REVERSE, columns);
        int units = parameters.get("norm" + REVERSE + ".weight").value().rows();
        this.head = new GatedHead(parameters, "revise", columns, units, rowSize, spec.hiddenSize());
    }

    /**
     * @param units of the backward layer
     */
    public static Parameters newParameters(
            StudentSpec spec, int units, boolean coupled, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rowSize = BackwardPass.rowSize(spec);
        Stream<Parameter> own =
                coupled
                        ? Stream.concat(
                                Shapes.layer(
                                        spec.cell(),
                                        "",
                                        spec.hiddenSize(),
                                        spec.inputSize(),
                                        random),
                                LayerNorm.newParameters("norm", spec.hiddenSize()))
                        : Stream.empty();
        return Parameters.of(
                Stream.of(
                                own,
                                Shapes.layer(spec.cell(), REVERSE, units, rowSize, random),
                                LayerNorm.newParameters("norm" + REVERSE, units),
                                Shapes.head(
                                        "revise",
                                        spec.gatedHeadSize(),
                                        units + rowSize + spec.hiddenSize()))
                        .flatMap(part -> part));
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Carries the forward layer's states on; nothing for a net without one. */
    public void start(float[] h, float[] c) {
        forward.ifPresent(layer -> layer.start(h, c));
    }

    /** Copies the forward layer's last states out. */
    public void end(float[] h, float[] c) {
        forward.ifPresent(layer -> layer.end(h, c));
    }

    /**
     * @param inputRows [steps * batch][I], for a forward layer of its own
     * @param backRows [steps * batch][8N + 2P]
     * @param states [steps * batch][H], for a net without a forward layer
     */
    public void forward(float[] inputRows, float[] backRows, float[] states) {
        rows.write(backRows);
        backward.forward(rows);
        backwardStates = backwardNorm.forward(backward.after());
        if (forward.isPresent()) {
            inputs.write(inputRows);
            forward.get().forward(inputs);
            forwardStates = forwardNorm.orElseThrow().forward(forward.get().after());
        } else {
            givenStates.write(states);
            forwardStates = givenStates;
        }
        answers = head.forward(backwardStates, rows, forwardStates);
    }

    /** What the head answered, [2D, steps * batch]. */
    public Matrix answers() {
        return answers;
    }

    /** The backward layer's normed states, [G, steps * batch]. */
    public Matrix backwardStates() {
        return backwardStates;
    }

    /** Sets all gradients from those of the head's answers. */
    public void backward(float[] gradient) {
        head.backward(gradient, backwardStates, rows, forwardStates);
        through(head, 0, backwardNorm, backward, rows);
        if (forward.isPresent()) {
            through(head, 2, forwardNorm.orElseThrow(), forward.get(), inputs);
        }
    }

    private static void through(
            GatedHead head, int part, LayerNorm norm, RecurrentLayer layer, Matrix input) {
        norm.outputGradient().fill(0);
        head.addPartGradient(part, norm.outputGradient());
        norm.backward();
        layer.clearGradients();
        norm.addInputGradient(layer.afterGradient());
        layer.backward(input, null);
    }

    @Override
    public void close() {
        forward.ifPresent(RecurrentLayer::close);
        forwardNorm.ifPresent(LayerNorm::close);
        inputs.close();
        rows.close();
        givenStates.close();
        backward.close();
        backwardNorm.close();
        head.close();
        parameters.closeShares();
    }
}
