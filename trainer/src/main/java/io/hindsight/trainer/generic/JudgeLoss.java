package io.hindsight.trainer.generic;

import io.hindsight.model.generic.GenericNet;
import io.hindsight.model.generic.GenericWeights;

/**
 * What the net's answers cost, and in which direction they should have gone: of an event's odds the
 * cross-entropy, of a forecast the negative log likelihood of Student's t with four degrees of
 * freedom.
 */
final class JudgeLoss {
    private static final int ANSWERS = GenericWeights.FORECASTS;

    private double events;
    private double forecasts;
    private double absolute;
    private int judged;
    private int forecast;

    /** Adds one row's event; the gradient of its log odds. */
    double event(double logit, byte event, double weight) {
        if (event == Examples.UNSAID) {
            return 0;
        }
        double odds = 1 / (1 + Math.exp(-logit));
        double truth = event == Examples.EVENT ? 1 : 0;
        double cost = Math.max(logit, 0) - truth * logit + Math.log1p(Math.exp(-Math.abs(logit)));
        events += weight * cost;
        judged++;
        return weight * (odds - truth);
    }

    /** Adds one row's forecast, and puts the gradient of its answers in their place. */
    void forecast(float[] answers, int at, float[] targets, int target) {
        double trustUsual = 1 / (1 + Math.exp(-answers[at]));
        double trustLast = 1 / (1 + Math.exp(-answers[at + 1]));
        double toUsual = targets[target + 1];
        double toLast = targets[target + 2];
        double mean = trustUsual * toUsual + trustLast * toLast + answers[at + 2];
        double most = GenericNet.MOST_LOG_SPREAD;
        double log = Math.max(-most, Math.min(most, answers[at + 3]));
        double precision = Math.exp(-2 * log);
        double off = targets[target] - mean;
        double q = off * off * precision / 4;
        forecasts += log + 2.5 * Math.log1p(q);
        absolute += Math.abs(off);
        forecast++;
        double byMean = -1.25 * off * precision / (1 + q);
        answers[at] = (float) (byMean * toUsual * trustUsual * (1 - trustUsual));
        answers[at + 1] = (float) (byMean * toLast * trustLast * (1 - trustLast));
        answers[at + 2] = (float) byMean;
        answers[at + 3] = (float) (log == answers[at + 3] ? 1 - 5 * q / (1 + q) : 0);
    }

    /** No cost, no gradient. */
    static void noForecast(float[] answers, int at) {
        for (int k = 0; k < ANSWERS; k++) {
            answers[at + k] = 0;
        }
    }

    int judged() {
        return judged;
    }

    int forecasts() {
        return forecast;
    }

    double eventLoss() {
        return events / Math.max(1, judged);
    }

    double forecastLoss() {
        return forecasts / Math.max(1, forecast);
    }

    /** Mean absolute error beside the usual size of the views' own residuals. */
    double absoluteError() {
        return absolute / Math.max(1, forecast);
    }
}
