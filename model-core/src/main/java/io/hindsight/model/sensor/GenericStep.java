package io.hindsight.model.sensor;

import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.generic.GenericBeside;
import io.hindsight.model.score.DetectorStep;
import io.hindsight.model.score.Judgement;
import io.hindsight.model.score.Surprise;
import io.hindsight.model.score.Watcher;
import io.hindsight.model.suppress.Suppressor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The step of a sensor whose group has no model: its own forecasts say what is expected of each
 * channel and what was in its holes, and its own past how strange a reading is.
 *
 * <p>Owns scratch and serves one thread. What it knows of a sensor is in its {@link GenericMemory}.
 */
final class GenericStep {
    /** Sensors of more channels wait for their model. */
    static final int MOST_CHANNELS = 64;

    /** Only a model knows what its channels are called. */
    private static final String NAMELESS = "";

    private static final double BAND_SPREADS = 2;

    private final double alarmsPerMonth;
    private final GenericBeside beside = ShippedNet.newBeside();
    private final Map<Integer, DetectorStep> steps = new HashMap<>();

    GenericStep(double alarmsPerMonth) {
        this.alarmsPerMonth = alarmsPerMonth;
    }

    /**
     * A reading, and what there is to say of it.
     *
     * @param judgement what counts for alarms
     */
    record Judged(StepResult result, Judgement judgement, Counted counted) {}

    /**
     * Judges a sensor's next reading, and learns from it.
     *
     * @param values as many as the memory has channels; NaN is a hole, else finite
     */
    Judged step(
            GenericMemory memory, Suppressor suppressor, long eventTimeMillis, double[] values) {
        int channels = values.length;
        DetectorStep step = steps.computeIfAbsent(channels, DetectorStep::new);
        Judgement judgement = new Judgement(channels);
        beside.at(memory.net);
        step.expect(memory.detector, beside, eventTimeMillis, judgement);
        StepResult result = StepResult.ofObserved(eventTimeMillis, values);
        expect(result, judgement, memory.detector.held());
        List<String> names = Collections.nCopies(channels, NAMELESS);
        Counted counted = Counted.of(result, names, suppressor);
        step.judge(memory.detector, beside, values, alarmsPerMonth, counted.ignored(), judgement);
        memory.net = beside.state();
        judge(result, judgement);
        result.suppressed = counted.suppressedBy(result);
        return new Judged(result, judgement, counted);
    }

    /**
     * What is said of each channel by its forecast.
     *
     * @param held what a hole has while there is no forecast
     */
    private static void expect(StepResult result, Judgement judgement, double held) {
        for (int d = 0; d < result.channelCount(); d++) {
            double expected = judgement.expected[d];
            double spread = judgement.band[d] / BAND_SPREADS;
            result.expected[d] = (float) expected;
            result.spread[d] = (float) spread;
            if (Double.isNaN(result.observed[d])) {
                result.imputed[d] = (float) (Double.isNaN(expected) ? held : expected);
            } else {
                result.channelScore[d] =
                        spread > 0 ? Surprise.ofChannel(result.observed[d] - expected, spread) : 0;
            }
        }
    }

    /** The score, which is that of the forecasts alone while the past cannot bear one. */
    private static void judge(StepResult result, Judgement judgement) {
        result.warming = judgement.warming;
        if (Double.isNaN(judgement.score)) {
            return;
        }
        System.arraycopy(judgement.share, 0, result.share, 0, result.channelCount());
        for (int d = 0; d < result.channelCount(); d++) {
            result.without[d] = (float) judgement.without[d];
        }
        result.score =
                judgement.warming > 0
                        ? Math.min(ofForecasts(result), Watcher.HIGHEST_WHILE_WARMING)
                        : (float) judgement.score;
    }

    private static float ofForecasts(StepResult result) {
        float strongest = 0;
        for (float score : result.channelScore) {
            strongest = score > strongest ? score : strongest;
        }
        int scored = 0;
        for (float score : result.channelScore) {
            scored += Float.isNaN(score) ? 0 : 1;
        }
        return Surprise.ofReading(strongest, scored);
    }
}
