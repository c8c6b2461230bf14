package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.trainer.nets.Blas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times one batch of training, forwards and backwards through a layer in each direction, with the
 * trainer and with PyTorch if there is one, both on one thread and in turns. Exits with 1 if the
 * two don't come to the same loss and gradient.
 */
public final class TrainingTable {
    private static final int WARM_UP = 60;
    private static final int TURNS = 20;
    private static final int BATCHES = 10;
    private static final double TOLERANCE = 1e-5;

    private TrainingTable() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Blas.useCallingThreadAlone();
        Optional<String> python = TorchPeer.python();
        if (python.isEmpty()) {
            System.out.println(
                    "There is no python3 with torch here, so nothing is compared"
                            + " (Debian: apt install python3-torch).");
        }
        System.out.printf(
                "%d steps, batch %d, %d inputs, %d units a direction, one thread; ms a batch%n",
                TrainingProblem.STEPS,
                TrainingProblem.BATCH,
                TrainingProblem.INPUTS,
                TrainingProblem.HIDDEN);
        boolean same = true;
        for (CellKind kind : CellKind.values()) {
            TrainingProblem problem = new TrainingProblem(kind);
            same &= python.isEmpty() ? alone(problem) : compared(problem, python.get());
        }
        System.exit(same ? 0 : 1);
    }

    private static boolean alone(TrainingProblem problem) {
        try (TrainingPass ours = new TrainingPass(problem)) {
            run(ours, WARM_UP);
            print(problem.kind, "trainer", run(ours, TURNS * BATCHES));
            return true;
        }
    }

    private static boolean compared(TrainingProblem problem, String python) throws IOException {
        try (TrainingPass ours = new TrainingPass(problem);
                TorchPeer torch = new TorchPeer(python, problem)) {
            run(ours, WARM_UP);
            TorchPeer.Turn turn = torch.run(BATCHES);
            List<Double> our = new ArrayList<>();
            List<Double> their = new ArrayList<>();
            for (int k = 0; k < TURNS; k++) {
                our.addAll(run(ours, BATCHES));
                turn = torch.run(BATCHES);
                their.addAll(turn.millis());
            }
            print(problem.kind, "trainer", our);
            print(problem.kind, "torch " + torch.version(), their);
            System.out.printf(
                    Locale.ROOT,
                    "%-5s %-16s %8.2f %8.2f%n",
                    problem.kind,
                    "torch / trainer",
                    least(their) / least(our),
                    median(their) / median(our));
            boolean loss = same(problem.kind, "loss", ours.loss(), turn.loss());
            boolean norm = same(problem.kind, "gradient", ours.gradientNorm(), turn.gradientNorm());
            return loss && norm;
        }
    }

    private static List<Double> run(TrainingPass pass, int batches) {
        List<Double> millis = new ArrayList<>();
        for (int k = 0; k < batches; k++) {
            long begin = System.nanoTime();
            pass.run();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return millis;
    }

    private static void print(CellKind kind, String who, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %-16s %8.2f %8.2f   (minimum, median)%n",
                kind,
                who,
                least(millis),
                median(millis));
    }

    private static boolean same(CellKind kind, String what, double our, double their) {
        double off = Math.abs(our - their) / their;
        System.out.printf(
                Locale.ROOT, "%-5s %-16s %8.6f %8.6f   %.1e off%n", kind, what, our, their, off);
        return off < TOLERANCE;
    }

    private static double least(List<Double> millis) {
        return Collections.min(millis);
    }

    private static double median(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
