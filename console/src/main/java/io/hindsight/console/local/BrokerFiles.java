package io.hindsight.console.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a broker keeps on disk: its settings, its logging and its data, in one temporary directory.
 */
record BrokerFiles(TemporaryDirectory temporary) {
    static final String LOGGING = "broker-log4j2.xml";

    /**
     * Writes a new temporary directory with settings for one node that is broker and controller.
     */
    static BrokerFiles create(int brokerPort, int controllerPort) {
        try {
            BrokerFiles files = new BrokerFiles(TemporaryDirectory.create("hindsight-broker-"));
            Files.writeString(files.properties(), files.settings(brokerPort, controllerPort));
            try (InputStream logging = BrokerFiles.class.getResourceAsStream(LOGGING)) {
                Files.copy(logging, files.directory().resolve(LOGGING));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return temporary.path();
    }

    Path properties() {
        return directory().resolve("server.properties");
    }

    /**
     * The log of the n-th start, each in a file of its own so that an old start isn't taken for a
     * new one.
     */
    Path log(int start) {
        return directory().resolve("broker-" + start + ".log");
    }

    /** Deletes the directory. */
    void delete() {
        temporary.delete();
    }

    private String settings(int brokerPort, int controllerPort) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        """
                .formatted(
                        brokerPort,
                        controllerPort,
                        directory().resolve("data").toString().replace('\\', '/'));
    }
}
