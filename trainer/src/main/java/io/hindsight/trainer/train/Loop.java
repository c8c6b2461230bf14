package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.optimise.AdamW;
import io.hindsight.trainer.optimise.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Trains one network: draws batches, updates, validates, stops early and leaves the best weights in
 * the shared parameters.
 *
 * <p>Every random choice comes from the seed, the update and the shard, and sums run over shards in
 * their order: the same seed gives the same bits on any number of threads.
 */
public final class Loop {
    private static final double MOST_NORM = 1;

    private final String network;
    private final List<? extends Shard> shards;
    private final LoopOptions options;
    private final Checkpoints checkpoints;
    private final Predicate<String> learns;

    /** A loop that forgets everything with its process. */
    public Loop(String network, List<? extends Shard> shards, LoopOptions options) {
        this(network, shards, options, Checkpoints.none());
    }

    /**
     * @param network its name, for people and for its checkpoint
     * @param checkpoints where it finds how far it had come, and keeps how far it comes
     */
    public Loop(
            String network,
            List<? extends Shard> shards,
            LoopOptions options,
            Checkpoints checkpoints) {
        this(network, shards, options, checkpoints, name -> true);
    }

    /**
     * A loop that holds some parameters fixed.
     *
     * @param learns the names of those that change
     */
    public Loop(
            String network,
            List<? extends Shard> shards,
            LoopOptions options,
            Checkpoints checkpoints,
            Predicate<String> learns) {
        this.network = network;
        this.shards = List.copyOf(shards);
        this.options = options;
        this.checkpoints = checkpoints;
        this.learns = learns;
    }

    /**
     * What a training came to.
     *
     * @param epochs that were run
     * @param bestEpoch whose weights were kept, 0 if none was better than the start
     * @param bestValidationLoss its loss
     * @param notes sentences for the person who trains
     */
    public record Outcome(
            int epochs, int bestEpoch, double bestValidationLoss, List<String> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }
    }

    /** Runs to the end and leaves the best weights. */
    public Outcome run(Progress progress) {
        return run(progress, Optional.empty(), options.epochs()).outcome();
    }

    /**
     * Runs until so many epochs are done, or to the end if that comes first. The learning rate
     * follows its course over all epochs of the options, however a loop is divided.
     *
     * <p>A finished loop leaves its best weights in the shared parameters, another one those of its
     * last epoch, which are the state's.
     *
     * @param from the state to begin with, such as that of a loop over other shards with the same
     *     parameters; this loop's own checkpoint is preferred to it
     * @return the state at the end, to go on from or to fork
     * @throws CheckpointException if a state is of other parameters
     */
    public LoopState run(Progress progress, Optional<LoopState> from, int untilEpoch) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(options.threads(), shards.size()));
        try {
            return epochs(threads, progress, from, Math.min(untilEpoch, options.epochs()));
        } finally {
            threads.shutdownNow();
        }
    }

    private LoopState epochs(
            ExecutorService threads, Progress progress, Optional<LoopState> from, int until) {
        List<Parameters> parameters = shards.stream().map(Shard::parameters).toList();
        Parameters shared = parameters.get(0);
        AdamW optimiser = new AdamW(shared, options.weightDecay(), MOST_NORM, learns);
        LoopState state =
                checkpoints.load(network).or(() -> from).orElseGet(() -> start(shared, optimiser));
        state.restore(shared, optimiser);
        EarlyStopping<List<float[]>> stopping = state.stopping(options.patience());
        if (!state.isFinished() && state.epoch() < until) {
            progress.begins(network, state.epoch(), options.epochs());
        }
        while (!state.isFinished() && state.epoch() < until) {
            int epoch = state.epoch() + 1;
            double trainLoss = learn(threads, parameters, optimiser, epoch);
            double loss = Double.isFinite(trainLoss) ? validate(threads) : trainLoss;
            if (!Double.isFinite(loss)) {
                state = state.finishedFor(divergence(epoch, state.bestEpoch()));
                checkpoints.save(network, state);
                break;
            }
            stopping.epoch(loss, stopping.improves(loss) ? shared.copyValues() : List.of());
            boolean finished = stopping.isOver() || epoch == options.epochs();
            state = LoopState.of(shared, optimiser, stopping, state.notes(), finished);
            checkpoints.save(network, state);
            progress.epochDone(
                    new Progress.Epoch(
                            network,
                            epoch,
                            options.epochs(),
                            trainLoss,
                            loss,
                            stopping.bestLoss()));
        }
        if (state.isFinished()) {
            shared.restoreValues(state.bestWeights());
        }
        return state;
    }

    private LoopState start(Parameters shared, AdamW optimiser) {
        EarlyStopping<List<float[]>> stopping =
                new EarlyStopping<>(options.patience(), shared.copyValues());
        return LoopState.of(shared, optimiser, stopping, List.of(), options.epochs() == 0);
    }

    private String divergence(int epoch, int bestEpoch) {
        String kept =
                bestEpoch == 0
                        ? "the weights that it began with are kept"
                        : "the weights of epoch " + bestEpoch + " are kept";
        return "the %s diverged in epoch %d: its loss is not a finite number; %s; look for values far out of range in the data, or try another loss"
                .formatted(network, epoch, kept);
    }

    /** An epoch of updates; its mean loss. */
    private double learn(
            ExecutorService threads, List<Parameters> parameters, AdamW optimiser, int epoch) {
        Schedule rates =
                Schedule.oneCycle(
                        options.learningRate(), options.epochs() * options.updatesPerEpoch());
        for (Shard shard : shards) {
            shard.beginEpoch(options.seed(), epoch);
        }
        double mean = 0;
        for (int k = 0; k < options.updatesPerEpoch(); k++) {
            double loss = batch(threads, Shard::draw, true);
            mean += loss / options.updatesPerEpoch();
            if (Double.isFinite(loss)) {
                optimiser.update(
                        parameters, rates.rate((epoch - 1) * options.updatesPerEpoch() + k));
            }
        }
        return mean;
    }

    private double validate(ExecutorService threads) {
        double loss = 0;
        for (int k = 0; k < options.validationBatches(); k++) {
            int number = k;
            loss += batch(threads, shard -> shard.drawValidation(number), false);
        }
        return loss / options.validationBatches();
    }

    private double batch(ExecutorService threads, Function<Shard, Counts> drawing, boolean learn) {
        List<Callable<Counts>> draws = new ArrayList<>();
        for (Shard shard : shards) {
            draws.add(() -> drawing.apply(shard));
        }
        Counts total = all(threads, draws).stream().reduce(new Counts(0, 0), Counts::plus);
        List<Callable<Double>> losses = new ArrayList<>();
        for (Shard shard : shards) {
            losses.add(() -> shard.loss(total, learn));
        }
        double sum = 0;
        for (double loss : all(threads, losses)) {
            sum += loss;
        }
        return sum;
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> work) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the training failed", e.getCause());
        }
    }
}
