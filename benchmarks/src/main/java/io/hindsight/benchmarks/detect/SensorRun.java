package io.hindsight.benchmarks.detect;

import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.score.Detector;
import io.hindsight.model.score.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A sensor's series, to lead through the product's detector. */
final class SensorRun {
    private static final long BEGIN_MILLIS = 1_577_836_800_000L;

    final String name;
    final Duration interval;

    /** [channels][rows], not a copy; NaN is a hole. */
    final List<double[]> channels;

    SensorRun(String name, Duration interval, List<double[]> channels) {
        this.name = name;
        this.interval = interval;
        this.channels = List.copyOf(channels);
    }

    /** The same with some of its channels, evenly apart from one of them on. */
    SensorRun some(int count, int first) {
        List<double[]> chosen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            chosen.add(channels.get((first + k * channels.size() / count) % channels.size()));
        }
        return new SensorRun(name, interval, chosen);
    }

    int rows() {
        return channels.get(0).length;
    }

    /** Sees what is said of each row; the judgement is overwritten by the next. */
    @FunctionalInterface
    interface Listener {
        void judged(int row, Judgement said);
    }

    /** Leads the first rows through a fresh detector, which is handed back. */
    Detector through(int most, double alarmsPerMonth, Listener listener) {
        Detector detector = new Detector(channels.size(), alarmsPerMonth, ShippedNet.newBeside());
        Judgement said = detector.newJudgement();
        double[] values = new double[channels.size()];
        for (int row = 0; row < Math.min(most, rows()); row++) {
            for (int j = 0; j < values.length; j++) {
                values[j] = channels.get(j)[row];
            }
            detector.judge(BEGIN_MILLIS + row * interval.toMillis(), values, said);
            listener.judged(row, said);
        }
        return detector;
    }
}
