package io.hindsight.benchmarks;

import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains with a teacher on one sensor's recording, as it is and in {@link Regime}s in which less is
 * known of the truth, and prints what the student errs by with and without the teacher, and which
 * of the two validation chose.
 */
public final class DistillationTable {
    private static final Set<String> NEEDED =
            Set.of("--time", "--sensor-id", "--train-until", "--validate-until");
    private static final Set<String> OPTIONS =
            Set.of(
                    "--time",
                    "--sensor-id",
                    "--train-until",
                    "--validate-until",
                    "--seeds",
                    "--epochs",
                    "--regimes");
    private static final String REGIMES =
            Arrays.stream(Regime.values()).map(Regime::label).collect(Collectors.joining(","));
    private static final String USAGE =
            """
            FILE --time COLUMN --sensor-id NAME --train-until TIME --validate-until TIME
                [--seeds 1,2] [--epochs 24]\s""";

    private final DataSet full;
    private final Split split;
    private final Map<String, String> options;

    private DistillationTable(DataSet full, Split split, Map<String, String> options) {
        this.full = full;
        this.split = split;
        this.options = options;
    }

    public static void main(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int k = 1; k + 1 < args.length; k += 2) {
            options.put(args[k], args[k + 1]);
        }
        if (args.length % 2 == 0
                || !options.keySet().containsAll(NEEDED)
                || !OPTIONS.containsAll(options.keySet())) {
            System.err.println(USAGE + "[--regimes " + REGIMES + "]");
            System.exit(2);
        }
        DataSet data =
                DataSetReader.read(
                        List.of(Path.of(args[0])),
                        CsvOptions.oneSensor(options.get("--time"), options.get("--sensor-id")));
        Split split =
                new Split(
                        Instant.parse(options.get("--train-until")).toEpochMilli(),
                        Instant.parse(options.get("--validate-until")).toEpochMilli());
        new DistillationTable(data, split, options).run();
    }

    private void run() {
        List<Regime> asked = list("--regimes", REGIMES).stream().map(Regime::of).toList();
        System.out.printf(
                "%-22s %5s %8s %8s %8s %8s %8s  %s%n",
                "training", "seed", "anchor", "student", "taught", "teacher", "change", "chosen");
        asked.forEach(this::compare);
    }

    private void compare(Regime regime) {
        List<Distilled> all = new ArrayList<>();
        for (String seed : list("--seeds", "1,2")) {
            Distilled one = train(regime, Long.parseLong(seed));
            print(regime, seed, one, one.taken() == 1 ? "taught" : "student");
            all.add(one);
        }
        if (all.size() > 1) {
            Distilled mean = Distilled.mean(all);
            long taught = Math.round(mean.taken() * all.size());
            print(regime, "mean", mean, "taught in " + taught + " of " + all.size());
        }
    }

    private Distilled train(Regime regime, long seed) {
        // The reviser learns from a finished student, and changes nothing here.
        TrainingOptionsBuilder builder = TrainingOptions.builder().seed(seed).reviserEpochs(1);
        if (options.containsKey("--epochs")) {
            int epochs = Integer.parseInt(options.get("--epochs"));
            builder.epochs(epochs).teacherEpochs((epochs + 2) / 3);
        }
        regime.adjust(builder);
        DataSet data = regime.data(new RegimeData(full, split, seed));
        String who = regime.words() + ", seed " + seed;
        return Distilled.of(Training.train(data, split, builder.build(), new Lines(who)).metrics());
    }

    private static void print(Regime regime, String seed, Distilled figures, String chosen) {
        System.out.printf("%-22s %5s %s  %s%n", regime.words(), seed, figures.row(), chosen);
    }

    private List<String> list(String option, String otherwise) {
        return Arrays.asList(options.getOrDefault(option, otherwise).split(",", -1));
    }

    /** A line for each network that begins, on the other stream. */
    private static final class Lines implements Progress {
        private final String who;
        private final long start = System.nanoTime();

        private Lines(String who) {
            this.who = who;
        }

        @Override
        public void begins(String network, int epochsBefore, int epochs) {
            System.err.printf(
                    Locale.ROOT,
                    "%s, %.0f s: %s, %d epochs%n",
                    who,
                    (System.nanoTime() - start) / 1e9,
                    network,
                    epochs - epochsBefore);
        }

        @Override
        public void epochDone(Epoch epoch) {}
    }
}
