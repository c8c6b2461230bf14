package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.optimise.AdamW;
import io.hindsight.trainer.optimise.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

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

    public Loop(String network, List<? extends Shard> shards, LoopOptions options) {
        this.network = network;
        this.shards = List.copyOf(shards);
        this.options = options;
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

    public Outcome run(Progress progress) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(options.threads(), shards.size()));
        try {
            return epochs(threads, progress);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome epochs(ExecutorService threads, Progress progress) {
        List<Parameters> parameters = shards.stream().map(Shard::parameters).toList();
        Parameters shared = parameters.get(0);
        AdamW optimiser = new AdamW(shared, options.weightDecay(), MOST_NORM);
        Schedule rates =
                Schedule.oneCycle(
                        options.learningRate(), options.epochs() * options.updatesPerEpoch());
        EarlyStopping<List<float[]>> stopping =
                new EarlyStopping<>(options.patience(), shared.copyValues());
        List<String> notes = new ArrayList<>();
        int update = 0;
        for (int epoch = 1; epoch <= options.epochs() && !stopping.isOver(); epoch++) {
            double trainLoss = 0;
            for (Shard shard : shards) {
                shard.beginEpoch(options.seed(), epoch);
            }
            for (int k = 0; k < options.updatesPerEpoch(); k++) {
                double loss = batch(threads, Shard::draw, true);
                trainLoss += loss / options.updatesPerEpoch();
                if (Double.isFinite(loss)) {
                    optimiser.update(parameters, rates.rate(update));
                }
                update++;
            }
            double loss = Double.isFinite(trainLoss) ? validate(threads) : trainLoss;
            if (!Double.isFinite(loss)) {
                notes.add(
                        ("the %s's loss is not a number in epoch %d: the training stops and the"
                                        + " weights of epoch %d are kept; try a lower learning rate")
                                .formatted(network, epoch, stopping.bestEpoch()));
                break;
            }
            stopping.epoch(loss, stopping.improves(loss) ? shared.copyValues() : List.of());
            progress.epochDone(
                    new Progress.Epoch(
                            network,
                            epoch,
                            options.epochs(),
                            trainLoss,
                            loss,
                            stopping.bestLoss()));
        }
        shared.restoreValues(stopping.bestWeights());
        return new Outcome(stopping.epochs(), stopping.bestEpoch(), stopping.bestLoss(), notes);
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
