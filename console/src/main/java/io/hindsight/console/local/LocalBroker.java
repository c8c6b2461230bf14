package io.hindsight.console.local;

import java.time.Duration;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (KRaft, one node) in a JVM of its own, on free loopback ports, with its data
 * in a temporary directory that is deleted on {@link #close}. It can be stopped, killed and started
 * again on the same port and data.
 *
 * <p>It ends with this JVM: on close, by a shutdown hook (Ctrl-C too), and if this JVM is killed,
 * since it watches its standard input. Methods are for one thread.
 */
public final class LocalBroker implements AutoCloseable {
    private static final Duration FORMAT_LIMIT = Duration.ofMinutes(1);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    private final String classpath;
    private final int port;
    private final BrokerFiles files;
    private final Thread hook;
    private volatile BrokerProcess process;
    private int starts;

    private LocalBroker(String classpath, int port, BrokerFiles files) {
        this.classpath = classpath;
        this.port = port;
        this.files = files;
        this.hook = new Thread(this::endAtShutdown, "local-broker-shutdown");
    }

    /** Starts a broker and returns when it serves. */
    public static LocalBroker start() {
        return start(ProjectHome.find());
    }

    /** Starts a broker from the class path that the build left under {@code home}. */
    public static LocalBroker start(ProjectHome home) {
        String classpath = home.classpath("broker");
        for (int tries = 1; ; tries++) {
            int brokerPort = LoopbackPorts.free();
            int controllerPort = LoopbackPorts.free();
            LocalBroker broker =
                    new LocalBroker(
                            classpath, brokerPort, BrokerFiles.create(brokerPort, controllerPort));
            try {
                broker.format();
                broker.launch();
                return broker;
            } catch (RuntimeException e) {
                boolean again = tries < TRIES && broker.lostPort();
                broker.close();
                if (!again) {
                    throw e;
                }
            }
        }
    }

    /** The address for {@code bootstrap.servers}; it stays the same over restarts. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Whether the broker's process lives. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Stops the broker in order; its data stays. */
    public void stop() {
        process.stop();
    }

    /** Kills the broker's process (SIGKILL); its data stays as the kill left it. */
    public void kill() {
        process.kill();
    }

    /**
     * Starts a stopped or killed broker again, on the same port and data, and returns when it
     * serves.
     */
    public void restart() {
        if (isRunning()) {
            throw new IllegalStateException("the broker still runs: stop or kill it first");
        }
        launch();
    }

    /**
     * Ends the broker and deletes its data. It is killed, not stopped: nothing that it could flush
     * would be kept.
     */
    @Override
    public void close() {
        if (process != null) {
            process.kill();
        }
        files.delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and finds nothing left to do.
        }
    }

    private void format() {
        Runtime.getRuntime().addShutdownHook(hook);
        BrokerProcess.runTool(
                classpath,
                files.directory(),
                FORMAT_LIMIT,
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                files.properties().toString(),
                "--standalone");
    }

    private void launch() {
        starts++;
        process =
                BrokerProcess.start(
                        classpath, files.directory(), files.log(starts), files.properties());
        process.awaitStarted(START_LIMIT);
    }

    private void endAtShutdown() {
        BrokerProcess running = process;
        if (running != null) {
            running.kill();
        }
        files.delete();
    }

    /** Someone may take a port between its choice and the broker's start. */
    private boolean lostPort() {
        return process != null && process.hasLogged("Address already in use");
    }
}
