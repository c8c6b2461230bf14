package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.publish.KeyFiles;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup private Role role;

    /** What it is ordered to do; without one of them it is activated. */
    static final class Role {
        @Option(
                names = "--shadow",
                description = "It runs beside the active version, to be compared.")
        private boolean shadow;

        @Option(names = "--no-activate", description = "It is released and waits for an order.")
        private boolean waiting;
    }

    @Option(
            names = "--sign",
            paramLabel = "KEYFILE",
            description = "Signs the release with a private key that keys has made.")
    private Path keyFile;

    @Option(
            names = "--models-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.models",
            description = "The models topic (default: ${DEFAULT-VALUE}).")
    private String modelsTopic;

    @Override
    public Integer call() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        Optional<Kind> kind = kind();
        if (kind.isEmpty() && activation != null) {
            throw new UserFaultException("--activate-at does not go with --no-activate");
        }
        ModelRelease published = publish(bytes, kind);
        spec.commandLine()
                .getOut()
                .printf(
                        "published %s version %d (%d bytes), %s%n",
                        published.group(), published.version(), bytes.length, what(kind));
        return 0;
    }

    private Optional<Kind> kind() {
        if (role != null && role.waiting) {
            return Optional.empty();
        }
        return Optional.of(role != null && role.shadow ? Kind.SHADOW : Kind.ACTIVATE);
    }

    private String what(Optional<Kind> kind) {
        if (kind.isEmpty()) {
            return "waiting for an order";
        }
        String doing = kind.get() == Kind.SHADOW ? "as a shadow " : "acting ";
        return doing + (activation == null ? "at once" : "from " + activation);
    }

    private Optional<PrivateKey> key() throws IOException {
        if (keyFile == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFiles.read(keyFile));
        } catch (IllegalArgumentException e) {
            throw new UserFaultException(e.getMessage(), e);
        }
    }

    private ModelRelease publish(byte[] bytes, Optional<Kind> kind) throws IOException {
        try {
            ReleaseOrder order =
                    new ReleaseOrder(
                            group,
                            release == null ? OptionalLong.empty() : OptionalLong.of(release),
                            kind,
                            Optional.ofNullable(activation),
                            key());
            return new ReleasePublisher(bootstrap, modelsTopic, Clock.systemUTC())
                    .publish(bytes, order);
        } catch (IllegalArgumentException e) {
            throw new UserFaultException(bundle + ": " + e.getMessage(), e);
        }
    }
}
