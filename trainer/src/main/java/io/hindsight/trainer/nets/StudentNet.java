package io.hindsight.trainer.nets;

import io.hindsight.model.student.StudentSpec;

/**
 * The student over some steps of many lanes: one recurrent layer, its norm, a head that predicts
 * before the values of a slot are seen and a head that imputes after them
 * (docs/decisions/0001-the-student.md).
 */
public final class StudentNet implements AutoCloseable {
    private final Parameters parameters;
    private final Matrix inputs;
    private final Matrix priors;
    private final RecurrentLayer layer;
    private final LayerNorm norm;
    private final LinearHead predict;
    private final GatedHead impute;
    private final int columns;
    private final int batch;
    private Matrix before;
    private Matrix after;
    private Matrix predictions;
    private Matrix imputations;

    public StudentNet(StudentSpec spec, Parameters parameters, int steps, int batch) {
        this.columns = steps * batch;
        this.batch = batch;
        this.parameters = parameters;
        this.inputs = new Matrix(spec.inputSize(), columns);
        this.priors = new Matrix(spec.priorSize(), columns);
        this.layer = Shapes.layer(spec.cell(), parameters, "", steps, batch, false);
        this.norm = new LayerNorm(parameters, "norm", columns + batch);
        int hidden = spec.hiddenSize();
        this.predict = new LinearHead(parameters, "predict", columns, hidden, spec.priorSize());
        this.impute = new GatedHead(parameters, "impute", columns, hidden, spec.inputSize());
    }

    public static Parameters newParameters(StudentSpec spec, long seed) {
        return Shapes.student(spec, seed);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Carries states on: [batch][H] each; see {@link RecurrentLayer#start}. */
    public void start(float[] h, float[] c) {
        layer.start(h, c);
    }

    /** Copies the last states out: [batch][H] each. */
    public void end(float[] h, float[] c) {
        layer.end(h, c);
    }

    /**
     * @param inputRows [steps * batch][I] rows with the values
     * @param priorRows [steps * batch][4N + 2P] rows before the values
     */
    public void forward(float[] inputRows, float[] priorRows) {
        inputs.write(inputRows);
        priors.write(priorRows);
        layer.forward(inputs);
        Matrix normed = norm.forward(layer.states());
        before = normed.columns(0, columns);
        after = normed.columns(batch, columns + batch);
        predictions = predict.forward(before, priors);
        imputations = impute.forward(after, inputs);
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
        impute.backward(imputeGradient, after, inputs);
        predict.backward(before, priors);
        Matrix normGradient = norm.outputGradient();
        normGradient.fill(0);
        impute.addPartGradient(0, normGradient.columns(batch, columns + batch));
        predict.addPartGradient(0, normGradient.columns(0, columns));
        norm.backward();
        layer.clearGradients();
        norm.addInputGradient(layer.stateGradients());
        layer.backward(inputs, null);
    }

    @Override
    public void close() {
        inputs.close();
        priors.close();
        layer.close();
        norm.close();
        predict.close();
        impute.close();
    }
}
