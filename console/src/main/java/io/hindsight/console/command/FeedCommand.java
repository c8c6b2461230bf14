package io.hindsight.console.command;

import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.schemas.Reading;
import io.hindsight.trainer.data.CsvReadings;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight feed}: a recording's rows to the readings topic. */
@Command(
        name = "feed",
        description = "Send recorded readings to the readings topic, in the order of the rows.")
final class FeedCommand implements Callable<Integer> {
    private static final long NANOS = 1_000_000_000L;

    @Spec private CommandSpec spec;
    @Mixin private RecordingOptions recording;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The broker.")
    private String bootstrap;

    @Option(names = "--group", required = true, paramLabel = "G", description = "Sensor group.")
    private String group;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Readings a second; 0: as fast as the broker takes them (default).")
    private long rate;

    @Option(
            names = "--readings-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.readings",
            description = "The readings topic (default: ${DEFAULT-VALUE}).")
    private String readingsTopic;

    @Override
    public Integer call() {
        if (rate < 0) {
            throw new IllegalArgumentException("--rate must not be negative: " + rate);
        }
        CsvReadings readings = new CsvReadings(recording.files(), recording.csv());
        AtomicLong sent = new AtomicLong();
        long start = System.nanoTime();
        try (ReadingSender sender = new ReadingSender(bootstrap, readingsTopic)) {
            readings.forEach(
                    row -> {
                        sender.send(
                                new Reading(row.sensor(), group, row.timeMillis(), row.values()));
                        long count = sent.incrementAndGet();
                        long due = rate > 0 ? count * NANOS / rate : 0;
                        LockSupport.parkNanos(start + due - System.nanoTime());
                    });
            sender.flush();
        }
        spec.commandLine().getOut().printf("%,d readings sent%n", sent.get());
        return 0;
    }
}
