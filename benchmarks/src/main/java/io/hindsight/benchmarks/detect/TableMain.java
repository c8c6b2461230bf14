package io.hindsight.benchmarks.detect;

import io.hindsight.model.bundle.BundleException;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the mains of the tables make of a fault: one line for people, and the exit code, 2 where
 * usage or input are at fault and 1 where the run failed.
 */
public final class TableMain {
    private TableMain() {}

    /** What a main does. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException, BundleException;
    }

    public static void run(Task task) {
        int code = code(task);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int code(Task task) {
        try {
            task.run();
            return 0;
        } catch (DataException | BundleException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e);
            return 1;
        }
    }
}
