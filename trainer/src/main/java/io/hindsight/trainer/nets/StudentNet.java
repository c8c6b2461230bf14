package io.hindsight.trainer.nets;

import io.hindsight.model.student.StudentSpec;

/**
 * The student over whole windows: one recurrent layer, a head that predicts before the reading and
 * a head that imputes after it (docs/decisions/0001-the-plain-student.md).
 */
public final class StudentNet implements AutoCloseable {
    private final Parameters parameters;
    private final Matrix inputs;
    private final Matrix priors;
    private final RecurrentLayer layer;
    private final LinearHead predict;
    private final GatedHead impute;
    private Matrix predictions;
    private Matrix imputations;

    public StudentNet(StudentSpec spec, Parameters parameters, int steps, int batch) {
        int columns = steps * batch;
        this.parameters = parameters;
        this.inputs = new Matrix(spec.inputSize(), columns);
        this.priors = new Matrix(spec.priorSize(), columns);
        this.layer = Shapes.layer(spec.cell(), parameters, "", steps, batch, false);
        int hidden = spec.hiddenSize();
        this.predict = new LinearHead(parameters, "predict", columns, hidden, spec.priorSize());
        this.impute = new GatedHead(parameters, "impute", columns, hidden, spec.inputSize());
    }

    public static Parameters newParameters(StudentSpec spec, long seed) {
        return Shapes.student(
                spec.cell(),
                spec.hiddenSize(),
                spec.inputSize(),
                spec.priorSize(),
                spec.answerSize(),
                spec.gatedHeadSize(),
                seed);
    }

    public Parameters parameters() {
        return parameters;
    }

    /**
     * @param inputRows [steps * batch][I] rows with the reading
     * @param priorRows [steps * batch][2D + 2P] rows before the reading
     */
    public void forward(float[] inputRows, float[] priorRows) {
        inputs.write(inputRows);
        priors.write(priorRows);
        layer.forward(inputs);
        predictions = predict.forward(layer.before(), priors);
        imputations = impute.forward(layer.after(), inputs);
    }

    /** What the prediction head answered, [2D, steps * batch]. */
    public Matrix predictions() {
        return predictions;
    }

    /** What the imputation head answered, [2D, steps * batch]. */
    public Matrix imputations() {
        return imputations;
    }

    /** Sets all gradients from those of the heads' answers. */
    public void backward(float[] imputeGradient, float[] predictGradient) {
        predict.outputGradient().write(predictGradient);
        impute.backward(imputeGradient, layer.after(), inputs);
        predict.backward(layer.before(), priors);
        layer.clearGradients();
        impute.addPartGradient(0, layer.afterGradient());
        predict.addPartGradient(0, layer.beforeGradient());
        layer.backward(inputs, null);
    }

    @Override
    public void close() {
        inputs.close();
        priors.close();
        layer.close();
        predict.close();
        impute.close();
    }
}
