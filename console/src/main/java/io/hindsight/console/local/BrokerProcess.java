package io.hindsight.console.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a broker's JVM, from its start to its end, with its log. */
final class BrokerProcess {
    private static final String STARTED = "Kafka Server started";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int TAIL_LINES = 15;

    /** Half of it dies in the log cleaner. */
    private static final String HEAP = "-Xmx256m";

    private final Process process;
    private final Path log;

    private BrokerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Runs a tool of the broker's to its end and returns; its failure is an exception with what it
     * said.
     */
    static void runTool(
            String classpath,
            Path directory,
            Duration limit,
            String mainClass,
            String... arguments) {
        Path log = directory.resolve(mainClass.substring(mainClass.lastIndexOf('.') + 1) + ".log");
        BrokerProcess tool = launch(classpath, directory, log, mainClass, arguments);
        try {
            if (!tool.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                tool.kill();
                throw tool.failure(mainClass + " didn't end within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            tool.kill();
            throw interrupted(e);
        }
        if (tool.process.exitValue() != 0) {
            throw tool.failure(mainClass + " failed with exit code " + tool.process.exitValue());
        }
    }

    /** Starts the broker without waiting for it. */
    static BrokerProcess start(String classpath, Path directory, Path log, Path properties) {
        String withMain = classpath + File.pathSeparator + ownLocation();
        return launch(withMain, directory, log, BrokerMain.class.getName(), properties.toString());
    }

    /** Waits until the broker says that it serves; an open port alone would be too early. */
    void awaitStarted(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!logText().contains(STARTED)) {
            if (!process.isAlive()) {
                throw failure("the Kafka broker ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw failure("the Kafka broker didn't start within " + limit.toSeconds() + " s");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                kill();
                throw interrupted(e);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The orderly way (SIGTERM), and the other one if it takes too long. */
    void stop() {
        process.destroy();
        if (!awaitEnd(STOP_LIMIT)) {
            kill();
        }
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted(e);
        }
    }

    /** Whether the broker has said this in its log. */
    boolean hasLogged(String text) {
        return logText().contains(text);
    }

    private IllegalStateException failure(String what) {
        List<String> lines = logText().lines().toList();
        String tail =
                String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        return new IllegalStateException(what + "; its log ends with:\n" + tail);
    }

    private String logText() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrokerProcess launch(
            String classpath, Path directory, Path log, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-Dlog4j2.configurationFile=" + directory.resolve(BrokerFiles.LOGGING));
        command.add("-cp");
        command.add(classpath);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new BrokerProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("no JVM for the Kafka broker: " + e.getMessage(), e);
        }
    }

    private static Path ownLocation() {
        try {
            return Path.of(
                    BrokerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for the Kafka broker", e);
    }
}
