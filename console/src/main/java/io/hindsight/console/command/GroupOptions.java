package io.hindsight.console.command;

import io.hindsight.console.publish.GroupRecords;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which group's models, and where they stand. */
final class GroupOptions {
    /** Of the command that these are mixed into. */
    @Spec(Target.MIXEE)
    private CommandSpec mixee;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The broker.")
    private String bootstrap;

    @Option(names = "--group", paramLabel = "G", description = "The sensor group.")
    private String group;

    @Option(
            names = "--models-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.models",
            description = "The models topic (default: ${DEFAULT-VALUE}).")
    private String modelsTopic;

    String bootstrap() {
        return given("--bootstrap=HOST:PORT", bootstrap);
    }

    String group() {
        return given("--group=G", group);
    }

    String modelsTopic() {
        return modelsTopic;
    }

    /** What stands on the topic for the group. */
    GroupRecords records() {
        return GroupRecords.read(bootstrap(), modelsTopic, group());
    }

    static Optional<Instant> time(Instant from) {
        return Optional.ofNullable(from);
    }

    /** Here and not by picocli, which would ask {@code models} for it before its subcommands. */
    private String given(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new ParameterException(
                    mixee.commandLine(), "Missing required option: '" + option + "'");
        }
        return value;
    }
}
