package io.hindsight.trainer;

import io.hindsight.model.recurrent.CellKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training may be told. Start from {@link #builder} and change what you need; all faults are
 * reported at once.
 *
 * @param cell recurrent cell of student and teacher
 * @param hiddenSize units of the student
 * @param teacherHiddenSize units of the teacher in each direction
 * @param teacherWeight weight of the teacher's belief beside the truth; 0 trains without a teacher
 * @param predictionWeight weight of the prediction's loss beside the imputation's
 * @param epochs most epochs of the student; the teacher has half as many
 * @param updatesPerEpoch batches between two validations
 * @param windowSteps slots in a window
 * @param windows windows in a batch
 * @param learningRate at its peak
 * @param weightDecay share of a weight lost in an update, relative to the learning rate
 * @param dropout share of input features that a window goes without
 * @param patience epochs without a better validation loss before the end
 * @param seed of everything random
 * @param threads to run on; changes no result
 * @param periods calendar periods that are inputs
 */
public record TrainingOptions(
        CellKind cell,
        int hiddenSize,
        int teacherHiddenSize,
        double teacherWeight,
        double predictionWeight,
        int epochs,
        int updatesPerEpoch,
        int windowSteps,
        int windows,
        double learningRate,
        double weightDecay,
        double dropout,
        int patience,
        long seed,
        int threads,
        List<Duration> periods) {

    /** Parts of a batch that run apart: fixed, so that threads change no sum. */
    public static final int SHARDS = 2;

    private static final TrainingOptions DEFAULTS =
            new TrainingOptions(
                    CellKind.LSTM,
                    48,
                    32,
                    0.1,
                    0.5,
                    20,
                    100,
                    64,
                    32,
                    3e-2,
                    1e-4,
                    0,
                    8,
                    1,
                    2,
                    List.of(Duration.ofDays(1), Duration.ofDays(7)));

    public TrainingOptions {
        periods = List.copyOf(periods);
        List<String> faults = new ArrayList<>();
        atLeast(faults, "hiddenSize", hiddenSize, 1);
        atLeast(faults, "teacherHiddenSize", teacherHiddenSize, 1);
        within(faults, "teacherWeight", teacherWeight, 0, 100);
        within(faults, "predictionWeight", predictionWeight, 0, 100);
        atLeast(faults, "epochs", epochs, 1);
        atLeast(faults, "updatesPerEpoch", updatesPerEpoch, 1);
        atLeast(faults, "windowSteps", windowSteps, 2);
        atLeast(faults, "windows", windows, SHARDS);
        if (windows % SHARDS != 0) {
            faults.add("windows must be a multiple of " + SHARDS + ": " + windows);
        }
        within(faults, "learningRate", learningRate, 1e-9, 1);
        within(faults, "weightDecay", weightDecay, 0, 1);
        within(faults, "dropout", dropout, 0, 0.9);
        atLeast(faults, "patience", patience, 1);
        atLeast(faults, "threads", threads, 1);
        for (Duration period : periods) {
            if (period.toMillis() <= 0) {
                faults.add("periods must be positive: " + period);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    public static TrainingOptions defaults() {
        return DEFAULTS;
    }

    /** The defaults, to be changed. */
    public static TrainingOptionsBuilder builder() {
        return new TrainingOptionsBuilder(DEFAULTS);
    }

    private static void atLeast(List<String> faults, String name, int value, int least) {
        if (value < least) {
            faults.add(name + " must be at least " + least + ": " + value);
        }
    }

    private static void within(
            List<String> faults, String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            faults.add(name + " must be " + least + " to " + most + ": " + value);
        }
    }
}
