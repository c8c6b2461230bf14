package io.hindsight.console.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerEndsWithItsStarterIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path temporary;

    private Process starter;
    private int port;

    @BeforeEach
    void startBroker() throws Exception {
        starter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerHolder.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = starter.inputReader()) {
            String bootstrap = said.readLine();
            assertThat(bootstrap).startsWith("127.0.0.1:");
            port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
        }
        assertThat(LoopbackPorts.isFree(port)).isFalse();
    }

    @AfterEach
    void endStarter() {
        starter.destroyForcibly();
    }

    @Test
    void andLeavesNoFilesWhenTheStarterIsToldToEnd() throws Exception {
        starter.destroy();

        Await.until("the starter has ended", LIMIT, () -> !starter.isAlive());
        Await.until("the broker has gone", LIMIT, () -> LoopbackPorts.isFree(port));
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(p -> p.getFileName().toString().startsWith("hindsight-broker")))
                    .isEmpty();
        }
    }

    @Test
    void evenWhenTheStarterIsKilled() throws Exception {
        starter.destroyForcibly();

        Await.until("the broker has gone", LIMIT, () -> LoopbackPorts.isFree(port));
    }
}
