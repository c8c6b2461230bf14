package io.hindsight.console.command;

import io.hindsight.console.demo.Demo;
import io.hindsight.console.demo.DemoSummary;
import io.hindsight.console.fault.ExitCodes;
import io.hindsight.trainer.TerminalProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight demo}: the whole system, once. */
@Command(
        name = "demo",
        description =
                "Start a Kafka broker and a Flink cluster, train on a recording, stream the rest of"
                        + " it through the job with readings that come late or never, change the"
                        + " model and go back, and check what comes out. About two minutes.")
final class DemoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--headless", description = "Plain lines only, nothing that redraws itself.")
    private boolean headless;

    @Option(names = "--json", paramLabel = "FILE", description = "The summary as JSON.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        OutputFile.check(List.of(), json);
        PrintWriter out = spec.commandLine().getOut();
        DemoSummary summary;
        try (TerminalProgress progress = Terminal.progress(headless)) {
            summary = Demo.run(out, progress);
        }
        if (json != null) {
            summary.write(json);
        }
        print(summary, out);
        return summary.isComplete() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static void print(DemoSummary summary, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%,d readings in, %,d results out: %d lost, %d duplicated; %d more of readings that"
                        + " never came, %d repaired%n"
                        + "%,d values imputed; on the %,d hidden ones the error is %.3f (z units),"
                        + " %.0f %% of the last observation's %.3f; %,d values revised: %.3f%n"
                        + "%d episodes, %d of them silences, %d dead letters; %d model versions, %,d"
                        + " readings shadowed, swapped in %.1f s, %d rollback, %.0f s in all%n",
                summary.readings(),
                summary.results(),
                summary.lost(),
                summary.duplicated(),
                summary.missing(),
                summary.repaired(),
                summary.imputed(),
                summary.hidden(),
                summary.mae(),
                100 * summary.mae() / summary.maeLocf(),
                summary.maeLocf(),
                summary.revised(),
                summary.maeRevised(),
                summary.episodes(),
                summary.silences(),
                summary.deadLetters(),
                summary.modelVersions(),
                summary.shadowed(),
                summary.swapSeconds(),
                summary.rollbacks(),
                summary.elapsedSeconds());
        out.flush();
    }
}
