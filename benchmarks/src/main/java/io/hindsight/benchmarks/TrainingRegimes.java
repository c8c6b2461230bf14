package io.hindsight.benchmarks;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.Trained;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskFile;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains on one sensor's recording as it is, with holes, with faults and with little of it, and
 * judges each model on the same masks: mean absolute and squared errors, in units of the whole
 * training part's standard deviations, as the mean over the masks; and on how many of the masks the
 * student does worse than its anchor, and by how much at most. Faults are in the training part
 * alone; holes are in all of the stream.
 */
public final class TrainingRegimes {
    private static final Regime[] REGIMES = {
        Regime.CLEAN, Regime.HOLES, Regime.FAULTS, Regime.LITTLE, Regime.LEAST
    };
    private static final List<MethodName> METHODS =
            List.of(MethodName.ANCHOR, MethodName.CAUSAL, MethodName.REVISED);

    private final DataSet full;
    private final Split split;
    private final Normaliser normaliser;
    private final Arguments arguments;

    private TrainingRegimes(Arguments arguments) {
        this.full = arguments.data();
        this.split = arguments.split();
        this.normaliser = Statistics.ofTraining(full, split).normaliser();
        this.arguments = arguments;
    }

    public static void main(String[] args) throws IOException {
        Optional<Arguments> arguments = Arguments.of(args);
        if (arguments.isEmpty() || arguments.get().moreFiles().isEmpty()) {
            System.err.println(Arguments.USAGE + " MASK...");
            System.exit(2);
        }
        new TrainingRegimes(arguments.get()).run();
    }

    private void run() throws IOException {
        System.out.printf(
                "%-22s %5s %15s %15s %15s  %s%n",
                "training", "seed", "anchor", "causal", "revised", "worse than its anchor");
        for (Regime regime : arguments.regimes(REGIMES)) {
            for (long seed : arguments.seeds()) {
                line(regime, seed);
            }
        }
    }

    private void line(Regime regime, long seed) throws IOException {
        RegimeData made = new RegimeData(full, split, seed);
        DataSet training = regime.data(made);
        TrainingOptionsBuilder options = TrainingOptions.builder().seed(seed);
        regime.adjust(options);
        Trained trained = Training.train(training, split, options.build(), Progress.SILENT);
        List<Path> masks = arguments.moreFiles();
        double[][] sums = new double[METHODS.size()][2];
        int worse = 0;
        double most = 0;
        for (Path mask : masks) {
            DataSet judged = regime.judged(made, training, MaskFile.read(mask, full));
            Judgement judgement =
                    Judge.judge(trained.bundle(), judged, MaskFile.read(mask, judged));
            double[][] errors = new double[METHODS.size()][];
            for (int m = 0; m < errors.length; m++) {
                errors[m] = errors(judgement, METHODS.get(m));
                sums[m][0] += errors[m][0] / masks.size();
                sums[m][1] += errors[m][1] / masks.size();
            }
            double more = errors[1][0] / errors[0][0] - 1;
            worse += more > 0 ? 1 : 0;
            most = Math.max(most, more);
        }
        StringBuilder row = new StringBuilder();
        for (double[] of : sums) {
            row.append(String.format(Locale.ROOT, "   %.4f/%.4f", of[0], of[1]));
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s %5d%s  on %d of %d, by %.2f%%%n",
                regime.words(),
                seed,
                row,
                worse,
                masks.size(),
                100 * most);
    }

    /** Mean absolute and squared error over all cells, from each channel's own unit. */
    private double[] errors(Judgement judgement, MethodName method) {
        double[] sums = new double[2];
        long count = 0;
        Optional<MethodFigures> figures = judgement.of(method);
        for (String channel : full.channels()) {
            Figures of = figures.orElseThrow().channels().get(channel);
            if (of != null && of.count() > 0) {
                double unit = normaliser.widthFromZ(full.channels().indexOf(channel), 1);
                count += of.count();
                sums[0] += of.count() * of.mae() / unit;
                sums[1] += of.count() * of.mse() / unit / unit;
            }
        }
        return new double[] {sums[0] / count, sums[1] / count};
    }
}
