package io.hindsight.benchmarks.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A kind of detector on many series, a fresh one for each, on some threads. */
final class DetectorRun {
    private DetectorRun() {}

    /** What it says of each series of each set, in their order. */
    static List<List<ScoredSeries>> bySet(DetectorKind kind, List<BenchSet> sets, int threads) {
        List<LabelledSeries> all = sets.stream().flatMap(set -> set.labelled().stream()).toList();
        List<ScoredSeries> scored = over(kind, all, threads);
        List<List<ScoredSeries>> said = new ArrayList<>();
        int at = 0;
        for (BenchSet set : sets) {
            said.add(scored.subList(at, at + set.series().size()));
            at += set.series().size();
        }
        return said;
    }

    /** What it says of each series, in their order. */
    static List<ScoredSeries> over(DetectorKind kind, List<LabelledSeries> corpus, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ScoredSeries>> runs = new ArrayList<>();
            for (LabelledSeries series : corpus) {
                runs.add(pool.submit(() -> new ScoredSeries(series, kind.scores(series))));
            }
            List<ScoredSeries> scored = new ArrayList<>();
            for (Future<ScoredSeries> run : runs) {
                scored.add(run.get());
            }
            return scored;
        } catch (ExecutionException e) {
            throw new IllegalStateException(kind.name() + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(kind.name() + " was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
