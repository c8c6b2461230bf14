package io.hindsight.trainer.generic;

import io.hindsight.model.generic.GenericInputs;
import io.hindsight.model.generic.GenericWeights;
import io.hindsight.trainer.nets.Blas;
import io.hindsight.trainer.nets.JudgeNet;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.optimise.AdamW;
import io.hindsight.trainer.optimise.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Makes series up and trains the generic net on them, side by side from their first rows on, with
 * backpropagation cut every {@value GenericOptions#STEPS} rows. The same options give the same
 * weights.
 */
public final class GenericTraining {
    private static final double LEARNING_RATE = 3e-3;
    private static final double WEIGHT_DECAY = 1e-3;
    private static final double MOST_NORM = 1;
    private static final double FORECAST_SHARE = 0.3;
    private static final int ROUNDS_BETWEEN_LINES = 10;
    private static final int LANES = GenericOptions.LANES;
    private static final int STEPS = GenericOptions.STEPS;

    private final GenericOptions options;
    private final float[] inputs = new float[STEPS * LANES * GenericInputs.SIZE];
    private final float[] priors = new float[STEPS * LANES * GenericInputs.PRIOR_SIZE];
    private final float[] logits = new float[STEPS * LANES];
    private final float[] answers = new float[STEPS * LANES * GenericWeights.FORECASTS];

    public GenericTraining(GenericOptions options) {
        this.options = options;
    }

    /**
     * @param progress is told a line now and then
     */
    public GenericWeights run(Consumer<String> progress) {
        Blas.useCallingThreadAlone();
        SplittableRandom random = new SplittableRandom(options.seed());
        List<Examples> aside = examples(random.split());
        try (Parameters parameters = JudgeNet.newParameters(options.hidden(), random.nextLong());
                JudgeNet net = new JudgeNet(parameters, STEPS, LANES)) {
            AdamW optimiser = new AdamW(parameters, WEIGHT_DECAY, MOST_NORM);
            int rounds = options.series() / LANES;
            int updates = rounds * (GenericOptions.ROWS / STEPS);
            Schedule rates = Schedule.oneCycle(LEARNING_RATE, updates);
            int update = 0;
            for (int round = 1; round <= rounds; round++) {
                List<Examples> lanes = examples(random.split());
                for (int row = 0; row < GenericOptions.ROWS; row += STEPS) {
                    begin(net, row);
                    gradients(net, lanes, row, new JudgeLoss());
                    optimiser.update(List.of(parameters), rates.rate(update++));
                }
                if (round % ROUNDS_BETWEEN_LINES == 0 || round == rounds) {
                    progress.accept(told(round * LANES, net, aside));
                }
            }
            return weights(parameters);
        }
    }

    private static List<Examples> examples(SplittableRandom random) {
        SeriesMaker maker = new SeriesMaker(GenericOptions.ROWS);
        List<Examples> examples = new ArrayList<>();
        for (int k = 0; k < LANES; k++) {
            examples.add(new Examples(maker.make(random.split())));
        }
        return examples;
    }

    private void begin(JudgeNet net, int row) {
        float[] h = new float[options.hidden() * LANES];
        if (row > 0) {
            net.end(h);
        }
        net.start(h);
    }

    private void forward(JudgeNet net, List<Examples> lanes, int row) {
        for (int t = 0; t < STEPS; t++) {
            for (int b = 0; b < LANES; b++) {
                Examples lane = lanes.get(b);
                int at = t * LANES + b;
                int size = GenericInputs.SIZE;
                System.arraycopy(lane.inputs, (row + t) * size, inputs, at * size, size);
                int prior = GenericInputs.PRIOR_SIZE;
                System.arraycopy(lane.priors, (row + t) * prior, priors, at * prior, prior);
            }
        }
        net.forward(inputs, priors);
        net.readLogits(logits);
        net.readForecasts(answers);
    }

    private void losses(List<Examples> lanes, int row, JudgeLoss loss) {
        for (int t = 0; t < STEPS; t++) {
            for (int b = 0; b < LANES; b++) {
                Examples lane = lanes.get(b);
                int at = t * LANES + b;
                logits[at] =
                        (float) loss.event(logits[at], lane.events[row + t], lane.weights[row + t]);
                int answer = at * GenericWeights.FORECASTS;
                if (lane.forecasts[row + t]) {
                    loss.forecast(answers, answer, lane.targets, (row + t) * Examples.TARGETS);
                } else {
                    JudgeLoss.noForecast(answers, answer);
                }
            }
        }
    }

    private void gradients(JudgeNet net, List<Examples> lanes, int row, JudgeLoss loss) {
        forward(net, lanes, row);
        losses(lanes, row, loss);
        scale(logits, 1.0 / Math.max(1, loss.judged()));
        scale(answers, FORECAST_SHARE / Math.max(1, loss.forecasts()));
        net.backward(logits, answers);
    }

    private static void scale(float[] values, double factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= (float) factor;
        }
    }

    private String told(int series, JudgeNet net, List<Examples> aside) {
        JudgeLoss loss = new JudgeLoss();
        for (int row = 0; row < GenericOptions.ROWS; row += STEPS) {
            begin(net, row);
            forward(net, aside, row);
            losses(aside, row, loss);
        }
        return String.format(
                Locale.ROOT,
                "%d of %d series, on some kept aside: events %.4f, forecasts %.4f, error %.4f",
                series,
                options.series(),
                loss.eventLoss(),
                loss.forecastLoss(),
                loss.absoluteError());
    }

    private GenericWeights weights(Parameters parameters) {
        Map<String, float[]> tensors = new HashMap<>();
        for (Parameter parameter : parameters) {
            tensors.put(parameter.name(), parameter.rowMajor());
        }
        return new GenericWeights(options.hidden(), tensors);
    }
}
