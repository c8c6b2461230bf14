package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.detect.ProductDetector.Say;
import io.hindsight.model.score.Allowance;
import java.util.Arrays;
import java.util.List;

/**
 * How many alarms the product's detector raises on rows that are scored and in no window.
 *
 * @param sensorMonths that these rows come to, by each series' mean interval
 */
record NabAlarms(long alarms, double sensorMonths) {
    static NabAlarms of(List<LabelledSeries> corpus) {
        long alarms = 0;
        double months = 0;
        for (LabelledSeries series : corpus) {
            boolean[] labelled = new boolean[series.rows()];
            for (RowWindow window : series.windows()) {
                Arrays.fill(labelled, window.begin(), window.end(), true);
            }
            double[] said =
                    DetectorKind.withoutThreshold(
                                    "", channels -> new ProductDetector(channels, Say.ALARM))
                            .scores(series);
            double month = intervalMillis(series) / Allowance.MONTH_MILLIS;
            for (int row = series.probation(); row < series.rows(); row++) {
                alarms += labelled[row] ? 0 : (long) said[row];
                months += labelled[row] ? 0 : month;
            }
        }
        return new NabAlarms(alarms, months);
    }

    private static double intervalMillis(LabelledSeries series) {
        int last = series.rows() - 1;
        return last < 1 ? 0 : (double) (series.epochMillis(last) - series.epochMillis(0)) / last;
    }
}
