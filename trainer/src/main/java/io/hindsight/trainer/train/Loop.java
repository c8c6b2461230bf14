package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains one network: draws windows, updates, validates, stops early and leaves the best weights in
 * the shared parameters.
 *
 * <p>Every random choice comes from the seed, the update and the shard, and sums run over shards in
 * their order: the same seed gives the same bits on any number of threads.
 */
public final class Loop {
    static final int VALIDATION_BATCHES = 4;
    private static final long VALIDATION = 0x5DEECE66DL;

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

    public Outcome run(WindowSource training, WindowSource validation, Progress progress) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(options.threads(), shards.size()));
        try {
            return epochs(threads, training, validation, progress);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome epochs(
            ExecutorService threads,
            WindowSource training,
            WindowSource validation,
            Progress progress) {
        List<Parameters> parameters = shards.stream().map(Shard::parameters).toList();
        Parameters shared = parameters.get(0);
        AdamW optimiser = new AdamW(shared, options.weightDecay());
        OneCycle rates =
                new OneCycle(options.learningRate(), options.epochs() * options.updatesPerEpoch());
        EarlyStopping<List<float[]>> stopping =
                new EarlyStopping<>(options.patience(), shared.copyValues());
        List<String> notes = new ArrayList<>();
        int update = 0;
        for (int epoch = 1; epoch <= options.epochs() && !stopping.isOver(); epoch++) {
            double trainLoss = 0;
            for (int k = 0; k < options.updatesPerEpoch(); k++) {
                double loss = batch(threads, training, options.seed(), update, true);
                trainLoss += loss / options.updatesPerEpoch();
                if (Double.isFinite(loss)) {
                    optimiser.update(parameters, rates.rate(update));
                }
                update++;
            }
            double loss = Double.isFinite(trainLoss) ? validate(threads, validation) : trainLoss;
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

    private double validate(ExecutorService threads, WindowSource validation) {
        double loss = 0;
        for (int k = 0; k < VALIDATION_BATCHES; k++) {
            loss += batch(threads, validation, VALIDATION, k, false) / VALIDATION_BATCHES;
        }
        return loss;
    }

    private double batch(
            ExecutorService threads, WindowSource source, long seed, int number, boolean learn) {
        List<Callable<Counts>> draws = new ArrayList<>();
        for (int s = 0; s < shards.size(); s++) {
            Shard shard = shards.get(s);
            SplittableRandom random = random(seed, number, s);
            draws.add(() -> shard.draw(source, random, learn));
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

    private static SplittableRandom random(long seed, int number, int shard) {
        long mixed = new SplittableRandom(seed).nextLong() + 1_000_003L * number + shard;
        return new SplittableRandom(mixed).split();
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
