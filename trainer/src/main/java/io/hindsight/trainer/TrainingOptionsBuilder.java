package io.hindsight.trainer;

import io.hindsight.model.recurrent.CellKind;
import java.time.Duration;
import java.util.List;

/** Changes single options; {@link TrainingOptions} says what they mean. */
public final class TrainingOptionsBuilder {
    private CellKind cell;
    private int hiddenSize;
    private int teacherHiddenSize;
    private double teacherWeight;
    private double predictionWeight;
    private int epochs;
    private int updatesPerEpoch;
    private int windowSteps;
    private int windows;
    private double learningRate;
    private double weightDecay;
    private double dropout;
    private int patience;
    private long seed;
    private int threads;
    private List<Duration> periods;

    TrainingOptionsBuilder(TrainingOptions start) {
        this.cell = start.cell();
        this.hiddenSize = start.hiddenSize();
        this.teacherHiddenSize = start.teacherHiddenSize();
        this.teacherWeight = start.teacherWeight();
        this.predictionWeight = start.predictionWeight();
        this.epochs = start.epochs();
        this.updatesPerEpoch = start.updatesPerEpoch();
        this.windowSteps = start.windowSteps();
        this.windows = start.windows();
        this.learningRate = start.learningRate();
        this.weightDecay = start.weightDecay();
        this.dropout = start.dropout();
        this.patience = start.patience();
        this.seed = start.seed();
        this.threads = start.threads();
        this.periods = start.periods();
    }

    public TrainingOptionsBuilder cell(CellKind value) {
        this.cell = value;
        return this;
    }

    public TrainingOptionsBuilder hiddenSize(int value) {
        this.hiddenSize = value;
        return this;
    }

    public TrainingOptionsBuilder teacherHiddenSize(int value) {
        this.teacherHiddenSize = value;
        return this;
    }

    public TrainingOptionsBuilder teacherWeight(double value) {
        this.teacherWeight = value;
        return this;
    }

    public TrainingOptionsBuilder predictionWeight(double value) {
        this.predictionWeight = value;
        return this;
    }

    public TrainingOptionsBuilder epochs(int value) {
        this.epochs = value;
        return this;
    }

    public TrainingOptionsBuilder updatesPerEpoch(int value) {
        this.updatesPerEpoch = value;
        return this;
    }

    public TrainingOptionsBuilder windowSteps(int value) {
        this.windowSteps = value;
        return this;
    }

    public TrainingOptionsBuilder windows(int value) {
        this.windows = value;
        return this;
    }

    public TrainingOptionsBuilder learningRate(double value) {
        this.learningRate = value;
        return this;
    }

    public TrainingOptionsBuilder weightDecay(double value) {
        this.weightDecay = value;
        return this;
    }

    public TrainingOptionsBuilder dropout(double value) {
        this.dropout = value;
        return this;
    }

    public TrainingOptionsBuilder patience(int value) {
        this.patience = value;
        return this;
    }

    public TrainingOptionsBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    public TrainingOptionsBuilder threads(int value) {
        this.threads = value;
        return this;
    }

    public TrainingOptionsBuilder periods(List<Duration> value) {
        this.periods = List.copyOf(value);
        return this;
    }

    /**
     * @throws IllegalArgumentException naming every option at fault
     */
    public TrainingOptions build() {
        return new TrainingOptions(
                cell,
                hiddenSize,
                teacherHiddenSize,
                teacherWeight,
                predictionWeight,
                epochs,
                updatesPerEpoch,
                windowSteps,
                windows,
                learningRate,
                weightDecay,
                dropout,
                patience,
                seed,
                threads,
                periods);
    }
}
