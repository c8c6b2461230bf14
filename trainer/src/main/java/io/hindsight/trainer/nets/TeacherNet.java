package io.hindsight.trainer.nets;

import io.hindsight.model.student.StudentSpec;

/**
 * A teacher over whole windows: one layer forwards over what was seen, one backwards over what will
 * be seen, and one head over both states and both inputs of a step.
 */
public final class TeacherNet implements AutoCloseable {
    private final Parameters parameters;
    private final Matrix forwardInputs;
    private final Matrix backwardInputs;
    private final RecurrentLayer forward;
    private final RecurrentLayer backward;
    private final GatedHead impute;
    private Matrix imputations;

    /**
     * @param hidden units in each direction
     */
    public TeacherNet(StudentSpec spec, int hidden, Parameters parameters, int steps, int batch) {
        int columns = steps * batch;
        int inputSize = spec.inputSize();
        this.parameters = parameters;
        this.forwardInputs = new Matrix(inputSize, columns);
        this.backwardInputs = new Matrix(inputSize, columns);
        this.forward = Shapes.layer(spec.cell(), parameters, "", steps, batch, false);
        this.backward = Shapes.layer(spec.cell(), parameters, "_reverse", steps, batch, true);
        this.impute =
                new GatedHead(parameters, "impute", columns, hidden, hidden, inputSize, inputSize);
    }

    public static Parameters newParameters(StudentSpec spec, int hidden, long seed) {
        return Shapes.teacher(spec.cell(), hidden, spec.inputSize(), spec.gatedHeadSize(), seed);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Rows of [steps * batch][I] each; the backward ones stand at their own step too. */
    public void forward(float[] forwardRows, float[] backwardRows) {
        forwardInputs.write(forwardRows);
        backwardInputs.write(backwardRows);
        forward.forward(forwardInputs);
        backward.forward(backwardInputs);
        imputations =
                impute.forward(forward.after(), backward.after(), forwardInputs, backwardInputs);
    }

    /** What the head answered, [2D, steps * batch]. */
    public Matrix imputations() {
        return imputations;
    }

    /** Sets all gradients from those of the head's answers. */
    public void backward(float[] imputeGradient) {
        impute.backward(
                imputeGradient, forward.after(), backward.after(), forwardInputs, backwardInputs);
        forward.clearGradients();
        backward.clearGradients();
        impute.addPartGradient(0, forward.afterGradient());
        impute.addPartGradient(1, backward.afterGradient());
        forward.backward(forwardInputs, null);
        backward.backward(backwardInputs, null);
    }

    @Override
    public void close() {
        forwardInputs.close();
        backwardInputs.close();
        forward.close();
        backward.close();
        impute.close();
    }
}
