package io.hindsight.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hindsight}: carries the subcommands and what they all share. */
@Command(
        name = "hindsight",
        description = "Anomaly scores and imputed values for sensor streams, on Flink and Kafka.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        subcommands = {
            DemoCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            DetectCommand.class,
            ReplayCommand.class,
            StateCommand.class,
            PublishCommand.class,
            ModelsCommand.class,
            SuppressCommand.class,
            KeysCommand.class,
            FeedCommand.class,
            TopicsCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the run failed",
            "2:the usage or the input is at fault",
        })
public final class RootCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of a fault (also: HINDSIGHT_TRACE=1).")
    private boolean verbose;

    /** Whether the person asked for stack traces, on whichever command. */
    public boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
