package io.hindsight.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PyTorch on the same {@link TrainingProblem}, in a process that waits between its turns. */
final class TorchPeer implements AutoCloseable {
    private final Path file;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final String version;

    /**
     * What a turn came to.
     *
     * @param millis of each batch
     */
    record Turn(double loss, double gradientNorm, List<Double> millis) {
        Turn {
            millis = List.copyOf(millis);
        }
    }

    TorchPeer(String python, TrainingProblem problem) throws IOException {
        this.file = Files.createTempFile("training", ".f32");
        problem.write(file);
        this.process =
                new ProcessBuilder(
                                python,
                                "-c",
                                script(),
                                file.toString(),
                                problem.kind.name(),
                                Integer.toString(TrainingProblem.STEPS),
                                Integer.toString(TrainingProblem.BATCH),
                                Integer.toString(TrainingProblem.INPUTS),
                                Integer.toString(TrainingProblem.HIDDEN))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
        this.orders = process.outputWriter(StandardCharsets.US_ASCII);
        this.version = answer();
    }

    /** The first Python that has torch: the path's, then the system's. */
    static Optional<String> python() throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (hasTorch(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static boolean hasTorch(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import torch")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private static String script() throws IOException {
        try (InputStream in = TorchPeer.class.getResourceAsStream("torch_peer.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String version() {
        return version;
    }

    Turn run(int batches) throws IOException {
        orders.write(batches + "\n");
        orders.flush();
        String[] words = answer().split(" ", -1);
        List<Double> millis = new ArrayList<>();
        for (int k = 2; k < words.length; k++) {
            millis.add(Double.valueOf(words[k]));
        }
        return new Turn(Double.parseDouble(words[0]), Double.parseDouble(words[1]), millis);
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("PyTorch's process ended before its answer");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(file);
    }
}
