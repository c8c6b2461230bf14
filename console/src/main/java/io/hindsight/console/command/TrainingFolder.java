package io.hindsight.console.command;

import io.hindsight.trainer.train.CheckpointFolder;
import io.hindsight.trainer.train.LoopState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder beside a bundle in which its training keeps how far it has come. */
final class TrainingFolder {
    private static final String ENDING = ".training";

    private TrainingFolder() {}

    /**
     * Opens it and says what a person may not expect.
     *
     * @param resume whether to go on with what is there
     * @param run what the training is of
     */
    static CheckpointFolder open(
            Path bundle, boolean resume, Map<String, String> run, PrintWriter print) {
        Path folder = bundle.resolveSibling(bundle.getFileName() + ENDING);
        if (!resume) {
            CheckpointFolder fresh = CheckpointFolder.fresh(folder, run);
            if (!fresh.networks().isEmpty()) {
                print.printf(
                        "note: %s holds a training that was stopped; this one takes its place"
                                + " (--resume goes on with it)%n",
                        folder);
            }
            return fresh;
        }
        CheckpointFolder stopped = CheckpointFolder.resume(folder, run);
        List<String> networks = stopped.networks();
        if (networks.isEmpty()) {
            print.printf("resume: %s holds nothing; training from the beginning%n", folder);
        }
        for (String network : networks) {
            LoopState state = stopped.load(network).orElseThrow();
            print.printf(
                    "resume: %s, %s%n",
                    network, state.isFinished() ? "finished" : "after epoch " + state.epoch());
        }
        return stopped;
    }
}
