package io.hindsight.trainer.nets;

import io.hindsight.model.student.StudentSpec;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The student over some steps of many lanes: one recurrent layer, its norm, a head that predicts
 * before the values of a slot are seen and a head that imputes after them
 * (docs/decisions/0001-the-student.md).
 */
public final class StudentNet implements AutoCloseable {
    private static final String SIGNAL = "signal";

    private final Parameters parameters;
    private final Matrix inputs;
    private final Matrix priors;
    private final RecurrentLayer layer;
    private final LayerNorm norm;
    private final LinearHead predict;
    private final GatedHead impute;
    private final Optional<LinearHead> signal;
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
        this.signal =
                parameters.has(SIGNAL + ".weight")
                        ? Optional.of(new LinearHead(parameters, SIGNAL, columns, hidden))
                        : Optional.empty();
    }

    public static Parameters newParameters(StudentSpec spec, long seed) {
        return Shapes.student(spec, seed);
    }

    /**
     * With a head that guesses a teacher's backward state from the student's own, for training
     * alone.
     *
     * @param signalSize G, units of the teacher's backward layer
     */
    public static Parameters newParameters(StudentSpec spec, int signalSize, long seed) {
        return Parameters.of(
                Stream.concat(
                        Shapes.student(spec, seed).stream(),
                        Shapes.head(SIGNAL, signalSize, spec.hiddenSize())));
    }

    /** Whether a parameter is a student's own and not of its training alone. */
    public static boolean isOwn(String parameter) {
        return !parameter.startsWith(SIGNAL + ".");
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
        signal.ifPresent(head -> head.forward(after));
        signal.ifPresent(head -> head.outputGradient().fill(0));
    }

    /** What the prediction head answered, [2D, steps * batch]. */
    public Matrix predictions() {
        return predictions;
    }

    /** What the imputation head answered, [2D, steps * batch]. */
    public Matrix imputations() {
        return imputations;
    }

    /** What it guesses of a teacher's backward states, [steps * batch][G]. */
    public float[] signals() {
        return signal.orElseThrow().output().toArray();
    }

    /** Until the next forward pass, the guesses' gradient, in their layout. */
    public void setSignalGradient(float[] gradient) {
        signal.orElseThrow().outputGradient().write(gradient);
    }

    /** Sets all gradients from those of the heads' answers. */
    public void backward(float[] imputeGradient, float[] predictGradient) {
        predict.outputGradient().write(predictGradient);
        impute.backward(imputeGradient, after, inputs);
        predict.backward(before, priors);
        signal.ifPresent(head -> head.backward(after));
        Matrix normGradient = norm.outputGradient();
        normGradient.fill(0);
        impute.addPartGradient(0, normGradient.columns(batch, columns + batch));
        signal.ifPresent(
                head -> head.addPartGradient(0, normGradient.columns(batch, columns + batch)));
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
        signal.ifPresent(LinearHead::close);
        parameters.closeShares();
    }
}
