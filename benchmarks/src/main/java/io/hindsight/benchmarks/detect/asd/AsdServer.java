package io.hindsight.benchmarks.detect.asd;

import java.util.List;

/** One server's recording: a part to learn from, and the part behind it that has labels. */
final class AsdServer {
    final String name;

    /** [rows][channels], five minutes apart; the test part continues the training part. */
    final double[][] train;

    final double[][] test;

    /** Whether each row of the test part is anomalous. */
    final boolean[] anomalous;

    final List<FaultyChannels> events;

    AsdServer(
            String name,
            double[][] train,
            double[][] test,
            boolean[] anomalous,
            List<FaultyChannels> events) {
        this.name = name;
        this.train = train;
        this.test = test;
        this.anomalous = anomalous;
        this.events = List.copyOf(events);
    }
}
