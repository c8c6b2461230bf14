package io.hindsight.trainer;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.choose.AnchorOptions;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.train.LaneOptions;
import io.hindsight.trainer.train.LoopOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a training may be told. Start from {@link #builder} and change what you need; all faults are
 * reported at once.
 *
 * @param cell recurrent cell of student and teacher
 * @param hiddenSize units of the student
 * @param anchor what the student corrects; decaying values only where they beat held ones
 * @param order past slots that the filter regresses on; chosen if empty
 * @param form how much covariance the filter keeps; by the number of channels if empty
 * @param ridge weight of the filter's centre beside the data, in slots; chosen if empty
 * @param rates rates of the running profiles, for a season; chosen if empty
 * @param fitRounds rounds of the fit; chosen if empty
 * @param season period of the anchor's profiles, zero for none; the data's strongest one if empty
 * @param bounds that no answer goes beyond
 * @param context whether the mean and the number of a group's other sensors are given channels
 * @param loss of a cell
 * @param predictionWeight weight of the prediction's loss beside the imputation's
 * @param epochs most epochs of the student
 * @param teacherEpochs most epochs of the teacher, 0 for none
 * @param backwardSize units of the backward part, 0 for none
 * @param reviserEpochs most epochs of the backward part
 * @param updatesPerEpoch batches between two validations
 * @param validationBatches batches of a validation
 * @param steps slots of a batch: gradients flow back so far
 * @param lanes series of a batch, side by side; fewer of very many channels
 * @param learningRate at its peak
 * @param weightDecay share of a weight lost in an update, relative to the learning rate
 * @param dropout share of input features that a lane goes without in a batch
 * @param patience epochs without a better validation loss before the end
 * @param seed of everything random
 * @param threads to run on; changes no result
 * @param periods calendar periods that are inputs; if empty the data's seasons, and the day and the
 *     week where it is long enough
 */
public record TrainingOptions(
        CellKind cell,
        int hiddenSize,
        AnchorKind anchor,
        OptionalInt order,
        Optional<FilterForm> form,
        OptionalDouble ridge,
        List<Double> rates,
        OptionalInt fitRounds,
        Optional<Duration> season,
        AskedBounds bounds,
        boolean context,
        CellLoss loss,
        double predictionWeight,
        int epochs,
        int teacherEpochs,
        int backwardSize,
        int reviserEpochs,
        int updatesPerEpoch,
        int validationBatches,
        int steps,
        int lanes,
        double learningRate,
        double weightDecay,
        double dropout,
        int patience,
        long seed,
        int threads,
        Optional<List<Duration>> periods) {

    /** Parts of a batch that run apart: fixed, so that threads change no sum. */
    private static final int SHARDS = 2;

    /** Cells of one slot, over all lanes: a filter's work grows with more than the channels. */
    private static final int MOST_CELLS_OF_LANES = 1_440;

    /** Epochs of a net, and updates of an epoch. */
    private static final int MOST_ROUNDS = 100_000;

    private static final int MOST_THREADS = 1_024;
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(1);

    /** A century. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(36_525);

    private static final TrainingOptions DEFAULTS =
            new TrainingOptions(
                    CellKind.LSTM,
                    48,
                    AnchorKind.FILTER,
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    AskedBounds.NONE,
                    false,
                    CellLoss.STUDENT_T,
                    0.5,
                    24,
                    8,
                    32,
                    12,
                    40,
                    10,
                    48,
                    60,
                    5e-3,
                    1e-4,
                    0.3,
                    20,
                    1,
                    2,
                    Optional.empty());

    public TrainingOptions {
        periods = periods.map(List::copyOf);
        rates = List.copyOf(rates);
        List<String> faults = new ArrayList<>();
        between(faults, "hiddenSize", hiddenSize, 1, StudentSpec.LARGEST_HIDDEN_SIZE);
        order.ifPresent(given -> atLeast(faults, "order", given, 1));
        ridge.ifPresent(given -> within(faults, "ridge", given, 1e-6, 1e9));
        fitRounds.ifPresent(given -> atLeast(faults, "fitRounds", given, 0));
        within(faults, "predictionWeight", predictionWeight, 0, 100);
        between(faults, "epochs", epochs, 0, MOST_ROUNDS);
        between(faults, "teacherEpochs", teacherEpochs, 0, MOST_ROUNDS);
        between(faults, "backwardSize", backwardSize, 0, StudentSpec.LARGEST_HIDDEN_SIZE);
        between(faults, "reviserEpochs", reviserEpochs, 0, MOST_ROUNDS);
        between(faults, "updatesPerEpoch", updatesPerEpoch, 1, MOST_ROUNDS);
        int longest = Math.max(epochs, Math.max(teacherEpochs, reviserEpochs));
        if ((long) longest * updatesPerEpoch > Integer.MAX_VALUE) {
            faults.add(
                    "epochs times updatesPerEpoch must be at most %d: %d times %d"
                            .formatted(Integer.MAX_VALUE, longest, updatesPerEpoch));
        }
        atLeast(faults, "validationBatches", validationBatches, 1);
        atLeast(faults, "steps", steps, 2);
        atLeast(faults, "lanes", lanes, SHARDS);
        if (lanes % SHARDS != 0) {
            faults.add("lanes must be a multiple of " + SHARDS + ": " + lanes);
        }
        within(faults, "learningRate", learningRate, 1e-9, 1);
        within(faults, "weightDecay", weightDecay, 0, 1);
        within(faults, "dropout", dropout, 0, 0.9);
        atLeast(faults, "patience", patience, 1);
        between(faults, "threads", threads, 1, MOST_THREADS);
        for (double rate : rates) {
            within(faults, "rates", rate, 0, 1);
        }
        season.filter(asked -> asked.isNegative() || asked.compareTo(LONGEST_PERIOD) > 0)
                .ifPresent(
                        asked ->
                                faults.add(
                                        "season must be zero to " + LONGEST_PERIOD + ": " + asked));
        for (Duration period : periods.orElse(List.of())) {
            if (period.compareTo(SHORTEST_PERIOD) < 0) {
                faults.add("periods must be positive: " + period);
            }
            if (period.compareTo(LONGEST_PERIOD) > 0) {
                faults.add("periods must be at most " + LONGEST_PERIOD + ": " + period);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** A batch of these lanes over so many channels. */
    LaneOptions laneOptions(int channels) {
        int affordable = Math.max(1, MOST_CELLS_OF_LANES / channels / SHARDS) * SHARDS;
        return new LaneOptions(
                steps, Math.min(lanes, affordable), SHARDS, validationBatches, dropout);
    }

    /** A training of a net in so many epochs at most. */
    LoopOptions loopOptions(int mostEpochs) {
        return new LoopOptions(
                mostEpochs,
                updatesPerEpoch,
                validationBatches,
                learningRate,
                weightDecay,
                patience,
                seed,
                threads);
    }

    /** What of the anchor is given, and what is left to be chosen. */
    AnchorOptions anchorOptions() {
        return new AnchorOptions(anchor, order, form, ridge, rates, fitRounds, threads);
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

    private static void between(List<String> faults, String name, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(name + " must be " + least + " to " + most + ": " + value);
        }
    }

    private static void within(
            List<String> faults, String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            faults.add(name + " must be " + least + " to " + most + ": " + value);
        }
    }
}
