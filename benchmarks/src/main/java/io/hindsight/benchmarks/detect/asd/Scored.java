package io.hindsight.benchmarks.detect.asd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A detector's scores of one series of rows, with its labels: the higher, the stranger. */
final class Scored {
    final double[] score;
    final boolean[] anomalous;

    Scored(double[] score, boolean[] anomalous) {
        if (score.length != anomalous.length) {
            throw new IllegalArgumentException(
                    "score must have a row for each label: score=%d, labels=%d"
                            .formatted(score.length, anomalous.length));
        }
        this.score = score;
        this.anomalous = anomalous;
    }

    int rows() {
        return score.length;
    }

    /** Runs of anomalous rows, in order. */
    List<Run> events() {
        List<Run> events = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            if (anomalous[row]) {
                int first = row;
                while (row + 1 < rows() && anomalous[row + 1]) {
                    row++;
                }
                events.add(new Run(first, row));
            }
        }
        return events;
    }

    long anomalousRows() {
        return IntStream.range(0, rows()).filter(row -> anomalous[row]).count();
    }

    /** The highest score of a run. */
    double highest(Run run) {
        return IntStream.rangeClosed(run.first(), run.last())
                .mapToDouble(row -> score[row])
                .max()
                .orElseThrow();
    }

    /** Rows from the first to the last, both within. */
    record Run(int first, int last) {}
}
