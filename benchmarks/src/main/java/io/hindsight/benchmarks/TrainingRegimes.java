package io.hindsight.benchmarks;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.Trained;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import io.hindsight.trainer.judge.Figures;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskFile;
import io.hindsight.trainer.judge.MethodName;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Trains on one sensor's recording as it is, with holes, with faults and with little of it, and
 * judges each model on the same masks: mean absolute and squared errors, in units of the whole
 * training part's standard deviations, as the mean over the masks. Faults are in the training part
 * alone; holes are in all of the stream.
 */
public final class TrainingRegimes {
    private static final long SEED = 1;
    private static final List<MethodName> METHODS =
            List.of(MethodName.ANCHOR, MethodName.CAUSAL, MethodName.REVISED);

    private final DataSet full;
    private final Split split;
    private final Normaliser normaliser;
    private final List<HiddenCells> masks = new ArrayList<>();
    private final List<Path> maskFiles;
    private final int channels;
    private final RegimeData made;

    private TrainingRegimes(DataSet full, Split split, List<Path> maskFiles) throws IOException {
        this.full = full;
        this.split = split;
        this.normaliser = Statistics.ofTraining(full, split).normaliser();
        this.maskFiles = maskFiles;
        this.channels = full.channels().size();
        this.made = new RegimeData(full, split, SEED);
        for (Path file : maskFiles) {
            masks.add(MaskFile.read(file, full));
        }
    }

    /**
     * @param args file, its column of time, the sensor's name, the end of the training part, the
     *     end of the validation part, masks
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 6) {
            System.err.println("FILE TIME-COLUMN SENSOR TRAIN-UNTIL VALIDATE-UNTIL MASK...");
            System.exit(2);
        }
        DataSet data =
                DataSetReader.read(
                        List.of(Path.of(args[0])), CsvOptions.oneSensor(args[1], args[2]));
        Split split =
                new Split(
                        Instant.parse(args[3]).toEpochMilli(),
                        Instant.parse(args[4]).toEpochMilli());
        List<Path> masks = List.of(args).subList(5, args.length).stream().map(Path::of).toList();
        new TrainingRegimes(data, split, masks).run();
    }

    private void run() throws IOException {
        System.out.printf("%-28s %15s %15s %15s%n", "training", "anchor", "causal", "revised");
        regime("as it is", full, masks.stream().map(mask -> full).toList(), masks);
        DataSet holey = made.withHoles(0.5);
        regime(
                "half of all cells missing",
                holey,
                masks.stream().map(mask -> made.withTruth(holey, mask)).toList(),
                masks);
        regime(
                "2 % spikes and stuck runs",
                made.withFaults(0.02), masks.stream().map(mask -> full).toList(), masks);
        for (double share : new double[] {0.1, 0.05}) {
            DataSet last = made.withLast(share);
            List<HiddenCells> hidden = new ArrayList<>();
            for (Path file : maskFiles) {
                hidden.add(MaskFile.read(file, last));
            }
            regime(
                    "the last %.0f %%".formatted(100 * share),
                    last,
                    masks.stream().map(mask -> last).toList(),
                    hidden);
        }
    }

    private void regime(
            String name, DataSet training, List<DataSet> judged, List<HiddenCells> hidden) {
        Trained trained =
                Training.train(training, split, TrainingOptions.defaults(), Progress.SILENT);
        double[][] sums = new double[METHODS.size()][2];
        for (int k = 0; k < hidden.size(); k++) {
            Judgement judgement = Judge.judge(trained.bundle(), judged.get(k), hidden.get(k));
            for (int m = 0; m < METHODS.size(); m++) {
                add(judgement, METHODS.get(m), sums[m]);
            }
        }
        StringBuilder line = new StringBuilder(String.format("%-28s", name));
        for (double[] of : sums) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            "   %.4f/%.4f",
                            of[0] / hidden.size(),
                            of[1] / hidden.size()));
        }
        System.out.println(line);
    }

    /** Adds mean errors over all cells, from each channel's own unit. */
    private void add(Judgement judgement, MethodName method, double[] sums) {
        judgement
                .of(method)
                .ifPresent(
                        figures -> {
                            double[] own = new double[3];
                            for (int d = 0; d < channels; d++) {
                                Figures of = figures.channels().get(full.channels().get(d));
                                if (of != null && of.count() > 0) {
                                    double scale = normaliser.widthFromZ(d, 1);
                                    own[0] += of.count();
                                    own[1] += of.count() * of.mae() / scale;
                                    own[2] += of.count() * of.mse() / scale / scale;
                                }
                            }
                            sums[0] += own[1] / own[0];
                            sums[1] += own[2] / own[0];
                        });
    }
}
