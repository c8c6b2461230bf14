package io.hindsight.trainer.generic;

import io.hindsight.model.generic.GenericInputs;
import io.hindsight.model.score.outside.OutsideViews;
import io.hindsight.trainer.synthetic.InjectedEvent;
import java.util.Arrays;

/**
 * A series as the net sees it, row by row, with what it is to answer. Built once, since neither
 * rows nor targets hang on the net's weights.
 */
final class Examples {
    /** What may be said of a row's event. */
    static final byte QUIET = 0;

    static final byte EVENT = 1;
    static final byte UNSAID = 2;

    /**
     * Numbers of a target: value, profile and last value, as distances from the views' forecast.
     */
    static final int TARGETS = 3;

    private static final long SEASON_MILLIS = 86_400_000L;
    private static final int FIRST_JUDGED = 150;
    private static final int FIRST_FORECAST = 20;
    private static final int AFTERMATH = 30;
    private static final double MOST = 50;
    private static final double EVENT_WEIGHT = 50;
    private static final double EARLY = 100;

    final int rows;
    final float[] inputs;
    final float[] priors;
    final float[] targets;
    final byte[] events;
    final float[] weights;
    final boolean[] forecasts;

    Examples(MadeSeries series) {
        rows = series.rows();
        inputs = new float[rows * GenericInputs.SIZE];
        priors = new float[rows * GenericInputs.PRIOR_SIZE];
        targets = new float[rows * TARGETS];
        events = new byte[rows];
        weights = new float[rows];
        forecasts = new boolean[rows];
        describe(series);
        label(series);
    }

    private void describe(MadeSeries series) {
        OutsideViews views = new OutsideViews(1, SEASON_MILLIS);
        GenericInputs seen = new GenericInputs(1);
        float[] input = new float[GenericInputs.SIZE];
        float[] prior = new float[GenericInputs.PRIOR_SIZE];
        for (int t = 0; t < rows; t++) {
            double value = series.value(t);
            double expected = views.expect(series.epochMillis(t));
            double usual = views.usual();
            double size = seen.residualSize();
            if (t > 0 && size > 0) {
                seen.before(expected, usual, prior);
                System.arraycopy(prior, 0, priors, t * prior.length, prior.length);
                targets[t * TARGETS] = limited((value - expected) / size);
                targets[t * TARGETS + 1] = limited((usual - expected) / size);
                targets[t * TARGETS + 2] = limited((seen.last() - expected) / size);
                forecasts[t] = t >= FIRST_FORECAST;
            }
            double strength = views.take(value, Double.NaN);
            seen.take(value, expected, usual, views, strength, input);
            System.arraycopy(input, 0, inputs, t * input.length, input.length);
        }
    }

    private static float limited(double distance) {
        return (float) Math.max(-MOST, Math.min(MOST, distance));
    }

    /** Each event weighs as much as any other, its first rows more than its last. */
    private void weigh(InjectedEvent event) {
        double sum = 0;
        for (int k = 0; k < event.end() - event.begin(); k++) {
            sum += 1.0 / (k + EARLY);
        }
        for (int t = event.begin(); t < event.end(); t++) {
            weights[t] = (float) (EVENT_WEIGHT / (t - event.begin() + EARLY) / sum);
        }
    }

    private void label(MadeSeries series) {
        Arrays.fill(weights, 1);
        for (int t = 0; t < Math.min(FIRST_JUDGED, rows); t++) {
            events[t] = UNSAID;
        }
        for (InjectedEvent event : series.events()) {
            weigh(event);
            for (int t = event.begin(); t < Math.min(rows, event.end() + AFTERMATH); t++) {
                events[t] = t < event.end() ? EVENT : UNSAID;
                forecasts[t] = false;
            }
        }
    }
}
