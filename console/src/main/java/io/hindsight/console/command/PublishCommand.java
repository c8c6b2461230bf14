package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.schemas.ModelRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight publish}: hands a bundle to the running jobs. */
@Command(
        name = "publish",
        description = "Put a bundle on the models topic; running jobs take it without a restart.")
final class PublishCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The bundle.")
    private Path bundle;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The broker.")
    private String bootstrap;

    @Option(
            names = "--group",
            required = true,
            paramLabel = "G",
            description = "The sensor group that the model is for.")
    private String group;

    @Option(
            names = "--release",
            paramLabel = "N",
            description = "The release's version (default: the group's newest and one).")
    private Long release;

    @Option(
            names = "--activate-at",
            paramLabel = "TIME",
            description = "Event time from which it acts, ISO-8601 (default: at once).")
    private Instant activation;

    @Option(
            names = "--models-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.models",
            description = "The models topic (default: ${DEFAULT-VALUE}).")
    private String modelsTopic;

    @Override
    public Integer call() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        ReleaseOrder order =
                new ReleaseOrder(
                        group,
                        release == null ? OptionalLong.empty() : OptionalLong.of(release),
                        Optional.ofNullable(activation));
        ModelRelease published = publish(bytes, order);
        spec.commandLine()
                .getOut()
                .printf(
                        "published %s version %d (%d bytes), acting %s%n",
                        published.group(),
                        published.version(),
                        bytes.length,
                        activation == null ? "at once" : "from " + activation);
        return 0;
    }

    private ModelRelease publish(byte[] bytes, ReleaseOrder order) {
        try {
            return new ReleasePublisher(bootstrap, modelsTopic, Clock.systemUTC())
                    .publish(bytes, order);
        } catch (IllegalArgumentException e) {
            throw new UserFaultException(bundle + ": " + e.getMessage(), e);
        }
    }
}
