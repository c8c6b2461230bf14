package io.hindsight.trainer;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.trainer.loss.CellLoss;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Changes single options; {@link TrainingOptions} says what they mean. */
public final class TrainingOptionsBuilder {
    private CellKind cell;
    private int hiddenSize;
    private AnchorKind anchor;
    private OptionalInt order;
    private Optional<FilterForm> form;
    private OptionalDouble ridge;
    private List<Double> rates;
    private OptionalInt fitRounds;
    private Optional<Duration> season;
    private AskedBounds bounds;
    private boolean context;
    private CellLoss loss;
    private double predictionWeight;
    private int epochs;
    private int teacherEpochs;
    private int backwardSize;
    private int reviserEpochs;
    private int updatesPerEpoch;
    private int validationBatches;
    private int steps;
    private int lanes;
    private double learningRate;
    private double weightDecay;
    private double dropout;
    private int patience;
    private long seed;
    private int threads;
    private Optional<List<Duration>> periods;

    TrainingOptionsBuilder(TrainingOptions start) {
        this.cell = start.cell();
        this.hiddenSize = start.hiddenSize();
        this.anchor = start.anchor();
        this.order = start.order();
        this.form = start.form();
        this.ridge = start.ridge();
        this.rates = start.rates();
        this.fitRounds = start.fitRounds();
        this.season = start.season();
        this.bounds = start.bounds();
        this.context = start.context();
        this.loss = start.loss();
        this.predictionWeight = start.predictionWeight();
        this.epochs = start.epochs();
        this.teacherEpochs = start.teacherEpochs();
        this.backwardSize = start.backwardSize();
        this.reviserEpochs = start.reviserEpochs();
        this.updatesPerEpoch = start.updatesPerEpoch();
        this.validationBatches = start.validationBatches();
        this.steps = start.steps();
        this.lanes = start.lanes();
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

    public TrainingOptionsBuilder anchor(AnchorKind value) {
        this.anchor = value;
        return this;
    }

    public TrainingOptionsBuilder order(int value) {
        this.order = OptionalInt.of(value);
        return this;
    }

    public TrainingOptionsBuilder form(FilterForm value) {
        this.form = Optional.of(value);
        return this;
    }

    public TrainingOptionsBuilder ridge(double value) {
        this.ridge = OptionalDouble.of(value);
        return this;
    }

    public TrainingOptionsBuilder rates(List<Double> value) {
        this.rates = value;
        return this;
    }

    public TrainingOptionsBuilder fitRounds(int value) {
        this.fitRounds = OptionalInt.of(value);
        return this;
    }

    public TrainingOptionsBuilder season(Duration value) {
        this.season = Optional.of(value);
        return this;
    }

    public TrainingOptionsBuilder bounds(AskedBounds value) {
        this.bounds = value;
        return this;
    }

    public TrainingOptionsBuilder context(boolean value) {
        this.context = value;
        return this;
    }

    public TrainingOptionsBuilder loss(CellLoss value) {
        this.loss = value;
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

    public TrainingOptionsBuilder teacherEpochs(int value) {
        this.teacherEpochs = value;
        return this;
    }

    public TrainingOptionsBuilder backwardSize(int value) {
        this.backwardSize = value;
        return this;
    }

    public TrainingOptionsBuilder reviserEpochs(int value) {
        this.reviserEpochs = value;
        return this;
    }

    public TrainingOptionsBuilder updatesPerEpoch(int value) {
        this.updatesPerEpoch = value;
        return this;
    }

    public TrainingOptionsBuilder validationBatches(int value) {
        this.validationBatches = value;
        return this;
    }

    public TrainingOptionsBuilder steps(int value) {
        this.steps = value;
        return this;
    }

    public TrainingOptionsBuilder lanes(int value) {
        this.lanes = value;
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
        this.periods = Optional.of(value);
        return this;
    }

    /**
     * @throws IllegalArgumentException naming every option that is out of its range
     */
    public TrainingOptions build() {
        return new TrainingOptions(
                cell,
                hiddenSize,
                anchor,
                order,
                form,
                ridge,
                rates,
                fitRounds,
                season,
                bounds,
                context,
                loss,
                predictionWeight,
                epochs,
                teacherEpochs,
                backwardSize,
                reviserEpochs,
                updatesPerEpoch,
                validationBatches,
                steps,
                lanes,
                learningRate,
                weightDecay,
                dropout,
                patience,
                seed,
                threads,
                periods);
    }
}
