package io.hindsight.model.generic;

import io.hindsight.model.recurrent.ColumnProduct;
import io.hindsight.model.recurrent.RecurrentCell;
import io.hindsight.model.score.outside.OutsideViews;

/**
 * The generic net's step. One serves all channels of a thread; what it knows of a channel is in
 * that channel's {@link GenericState}. It allocates nothing after construction.
 *
 * <pre>
 *   before a value:  p, q, c, s = W [h; known] + b
 *                    forecast   = ŷ + σ(p)(usual − ŷ) + σ(q)(last − ŷ) + c r,   spread = r e^s
 *   with the value:  h = cell(inputs, h),   logit = w [h; inputs] + b
 * </pre>
 *
 * <p>ŷ is the views' own forecast and r the usual size of its residual.
 */
public final class GenericNet {
    /** The spread is at least e^-this and at most e^this of what is usual. */
    public static final double MOST_LOG_SPREAD = 4;

    /** What is further out is as far out as anything can be, as for the views. */
    private static final double LARGEST = 1e30;

    private final RecurrentCell cell;
    private final int hiddenSize;
    private final ColumnProduct event;
    private final ColumnProduct forecast;
    private final float[] row = new float[GenericInputs.SIZE];
    private final float[] prior = new float[GenericInputs.PRIOR_SIZE];
    private final float[] noCells = new float[0];
    private final float[] eventInput;
    private final float[] forecastInput;
    private final float[] logit = new float[1];
    private final float[] answers = new float[GenericWeights.FORECASTS];

    public GenericNet(GenericWeights weights) {
        cell = weights.cell().newCell();
        hiddenSize = weights.hiddenSize();
        int eventSize = hiddenSize + GenericInputs.SIZE;
        int forecastSize = hiddenSize + GenericInputs.PRIOR_SIZE;
        event = product(weights, "event", 1, eventSize);
        forecast = product(weights, "forecast", GenericWeights.FORECASTS, forecastSize);
        eventInput = new float[ColumnProduct.paddedLength(eventSize)];
        forecastInput = new float[ColumnProduct.paddedLength(forecastSize)];
    }

    private static ColumnProduct product(
            GenericWeights weights, String head, int rows, int columns) {
        return new ColumnProduct(
                weights.tensor(head + ".weight"), weights.tensor(head + ".bias"), rows, columns);
    }

    /** A state that has seen nothing. */
    public GenericState newState(int readingsPerBeat) {
        return new GenericState(readingsPerBeat, hiddenSize);
    }

    /**
     * Forecasts the value that the views were just asked for.
     *
     * @param expected what {@link OutsideViews#expect} said
     */
    public void expect(GenericState state, double expected, double usual) {
        state.expected = expected;
        state.usual = usual;
        if (Double.isNaN(expected)) {
            state.forecast = expected;
            state.spread = Double.NaN;
            return;
        }
        state.inputs.before(expected, usual, prior);
        System.arraycopy(state.hidden, 0, forecastInput, 0, hiddenSize);
        System.arraycopy(prior, 0, forecastInput, hiddenSize, prior.length);
        forecast.multiply(forecastInput, answers);
        double size = state.inputs.residualSize();
        state.forecast =
                expected
                        + sigmoid(answers[0]) * (usual - expected)
                        + sigmoid(answers[1]) * (state.inputs.last() - expected)
                        + answers[2] * size;
        double log = Math.max(-MOST_LOG_SPREAD, Math.min(MOST_LOG_SPREAD, answers[3]));
        state.spread = size * StrictMath.exp(log);
    }

    /**
     * Takes the value in that was forecast.
     *
     * @param told the value, finite
     * @param views that have just taken it
     * @param strength what they said of it
     */
    public void take(GenericState state, double told, OutsideViews views, double strength) {
        double value = Math.max(-LARGEST, Math.min(LARGEST, told));
        state.inputs.take(value, state.expected, state.usual, views, strength, row);
        cell.step(row, state.hidden, noCells);
        System.arraycopy(state.hidden, 0, eventInput, 0, hiddenSize);
        System.arraycopy(row, 0, eventInput, hiddenSize, row.length);
        event.multiply(eventInput, logit);
        state.logit = logit[0];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
