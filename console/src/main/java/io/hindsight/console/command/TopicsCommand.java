package io.hindsight.console.command;

import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight topics}: makes the topics on a broker that runs already. */
@Command(
        name = "topics",
        description =
                "Create the topics that are missing on a broker; those that exist stay as they are.")
final class TopicsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The broker.")
    private String bootstrap;

    @Option(
            names = "--partitions",
            defaultValue = "4",
            paramLabel = "N",
            description = "Partitions of each topic but the models' (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Override
    public Integer call() {
        TopicNames names = TopicNames.DEFAULT;
        Topics.create(bootstrap, names, partitions);
        spec.commandLine().getOut().println("topics: " + String.join(" ", names.all()));
        return 0;
    }
}
