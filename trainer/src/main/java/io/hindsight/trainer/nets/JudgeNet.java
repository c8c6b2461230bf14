package io.hindsight.trainer.nets;

import io.hindsight.model.generic.GenericWeights;
import io.hindsight.model.recurrent.CellKind;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The generic net over some steps of many channels: one GRU, a head that forecasts before the
 * values are seen and a head that judges after them.
 */
public final class JudgeNet implements AutoCloseable {
    private static final float[] NO_CELLS = new float[0];
    private static final String EVENT = "event";
    private static final String FORECAST = "forecast";

    private final Matrix inputs;
    private final Matrix priors;
    private final RecurrentLayer layer;
    private final LinearHead event;
    private final LinearHead forecast;

    public JudgeNet(Parameters parameters, int steps, int batch) {
        int columns = steps * batch;
        inputs = new Matrix(GenericWeights.INPUT_SIZE, columns);
        priors = new Matrix(GenericWeights.PRIOR_SIZE, columns);
        layer = new GruLayer(parameters, "", steps, batch, false);
        int hidden = parameters.get("weight_hh_l0").value().columns();
        event = new LinearHead(parameters, EVENT, columns, hidden, GenericWeights.INPUT_SIZE);
        forecast = new LinearHead(parameters, FORECAST, columns, hidden, GenericWeights.PRIOR_SIZE);
    }

    /** Heads that answer zero, but for the forecast's distrust in all but the views' own. */
    public static Parameters newParameters(int hidden, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int inputSize = GenericWeights.INPUT_SIZE;
        Parameters parameters =
                Parameters.of(
                        Stream.of(
                                        Shapes.layer(CellKind.GRU, "", hidden, inputSize, random),
                                        Shapes.head(EVENT, 1, hidden + inputSize),
                                        Shapes.head(
                                                FORECAST,
                                                GenericWeights.FORECASTS,
                                                hidden + GenericWeights.PRIOR_SIZE))
                                .flatMap(part -> part));
        parameters.get(FORECAST + ".bias").setRowMajor(new float[] {-2, -2, 0, 0});
        parameters.get(EVENT + ".bias").setRowMajor(new float[] {-2});
        return parameters;
    }

    /** Carries hidden states on: [batch][H]. */
    public void start(float[] h) {
        layer.start(h, NO_CELLS);
    }

    /** Copies the last states out: [batch][H]. */
    public void end(float[] h) {
        layer.end(h, NO_CELLS);
    }

    /**
     * @param inputRows [steps * batch][inputs] with the values
     * @param priorRows [steps * batch][priors] before the values
     */
    public void forward(float[] inputRows, float[] priorRows) {
        inputs.write(inputRows);
        priors.write(priorRows);
        layer.forward(inputs);
        event.forward(layer.after(), inputs);
        forecast.forward(layer.before(), priors);
    }

    /** Log odds of an event, [steps * batch]. */
    public void readLogits(float[] target) {
        event.output().read(target);
    }

    /** What the forecast head answered, [steps * batch][4]. */
    public void readForecasts(float[] target) {
        forecast.output().read(target);
    }

    /** Sets all gradients from those of the heads' answers. */
    public void backward(float[] logitGradient, float[] forecastGradient) {
        event.outputGradient().write(logitGradient);
        forecast.outputGradient().write(forecastGradient);
        event.backward(layer.after(), inputs);
        forecast.backward(layer.before(), priors);
        layer.clearGradients();
        event.addPartGradient(0, layer.afterGradient());
        forecast.addPartGradient(0, layer.beforeGradient());
        layer.backward(inputs, null);
    }

    @Override
    public void close() {
        inputs.close();
        priors.close();
        layer.close();
        event.close();
        forecast.close();
    }
}
