package io.hindsight.benchmarks;

import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains with a teacher on one sensor's recording, as it is and in {@link Regime}s in which less is
 * known of the truth, and prints what the student errs by with and without the teacher, and which
 * of the two validation chose.
 */
public final class DistillationTable {
    private static final Regime[] REGIMES = {
        Regime.CLEAN, Regime.SMALL, Regime.HOLES, Regime.LITTLE, Regime.FAULTS
    };

    private final DataSet full;
    private final Split split;
    private final Arguments arguments;

    private DistillationTable(Arguments arguments) {
        this.full = arguments.data();
        this.split = arguments.split();
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        Optional<Arguments> arguments = Arguments.of(args, "--epochs");
        if (arguments.isEmpty()) {
            System.err.println(Arguments.USAGE + " [--epochs 24]");
            System.exit(2);
        }
        new DistillationTable(arguments.get()).run();
    }

    private void run() {
        System.out.printf(
                "%-22s %5s %8s %8s %8s %8s %8s  %s%n",
                "training", "seed", "anchor", "student", "taught", "teacher", "change", "chosen");
        arguments.regimes(REGIMES).forEach(this::compare);
    }

    private void compare(Regime regime) {
        List<Distilled> all = new ArrayList<>();
        for (long seed : arguments.seeds()) {
            Distilled one = train(regime, seed);
            print(regime, Long.toString(seed), one, one.taken() == 1 ? "taught" : "student");
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
        arguments
                .option("--epochs")
                .map(Integer::valueOf)
                .ifPresent(epochs -> builder.epochs(epochs).teacherEpochs((epochs + 2) / 3));
        regime.adjust(builder);
        DataSet data = regime.data(new RegimeData(full, split, seed));
        String who = regime.words() + ", seed " + seed;
        return Distilled.of(Training.train(data, split, builder.build(), new Lines(who)).metrics());
    }

    private static void print(Regime regime, String seed, Distilled figures, String chosen) {
        System.out.printf("%-22s %5s %s  %s%n", regime.words(), seed, figures.row(), chosen);
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
