package io.hindsight.benchmarks.detect;

import io.hindsight.model.score.Judgement;
import io.hindsight.model.score.Seen;
import io.hindsight.model.score.Watch;
import io.hindsight.model.score.Watcher;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the product makes of a row whose residuals a model has told: the scoring stage without any
 * forecast of its own. For the model stands the last value, which costs nothing.
 */
final class ResidualWatcher implements StoredDetector {
    private static final double ALARMS_A_MONTH = 1;

    private final long intervalMillis;
    private final Watcher watcher;
    private final Watch watch;
    private final Seen seen;
    private final Judgement judgement;
    private final boolean[] nothingIgnored;

    /**
     * @param channels N, at least 1
     */
    ResidualWatcher(int channels, long intervalMillis) {
        this.intervalMillis = intervalMillis;
        watcher = new Watcher(channels, true);
        watch = new Watch(channels);
        seen = new Seen(channels);
        judgement = new Judgement(channels);
        nothingIgnored = new boolean[channels];
    }

    /**
     * @param values no holes
     */
    @Override
    public double score(long epochMillis, double[] values) {
        seen.eventTimeMillis = epochMillis;
        for (int j = 0; j < values.length; j++) {
            double last = Double.isNaN(seen.observed[j]) ? values[j] : seen.observed[j];
            seen.expected[j] = last;
            seen.observed[j] = values[j];
            seen.deviates(j, values[j] - last, values[j]);
        }
        watcher.judge(watch, seen, ALARMS_A_MONTH, intervalMillis, nothingIgnored, judgement);
        return judgement.alarmScale();
    }

    @Override
    public int storedBytes() throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        watch.write(out);
        return out.size();
    }
}
