package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.replay.RecordedContext;
import io.hindsight.console.replay.Replay;
import io.hindsight.console.replay.ResultWriter;
import io.hindsight.console.replay.RowQueue;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.data.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight replay}: a recording through the step, one row out for each row in. */
@Command(
        name = "replay",
        description = "Run recorded readings through the step, without Kafka, into a CSV file.")
final class ReplayCommand implements Callable<Integer> {
    /** Share of rows out of order that is no accident. */
    private static final double MANY = 0.01;

    /** Episodes are not written; their threshold does not matter here. */
    private static final EpisodeTracker EPISODES = new EpisodeTracker(Float.MAX_VALUE, 1);

    @Spec private CommandSpec spec;
    @Mixin private RecordingOptions recording;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The model.")
    private Path bundleFile;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV, or .csv.gz.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        List<Path> inputs = new ArrayList<>(recording.files());
        inputs.add(bundleFile);
        OutputFile.check(inputs, out);
        Bundle bundle = BundleFile.read(bundleFile).bundle();
        CsvReadings readings = new CsvReadings(recording.files(), recording.csv(bundle));
        UnaryOperator<Row> widened = widened(readings, bundle);
        Replay replay = new Replay(Models.of(bundle), EPISODES);
        long[] rows = new long[3];
        boolean revises = bundle.spec().backwardSize() > 0;
        try (ResultWriter writer = new ResultWriter(out, bundle.spec().channels(), revises)) {
            RowQueue queue = new RowQueue(bundle.spec().channelCount(), writer::write);
            readings.forEach(
                    recorded -> {
                        Row row = widened.apply(recorded);
                        Outcome outcome = replay.accept(row);
                        queue.accept(row, outcome, replay.earliestOpenMillis(row.sensor()));
                        rows[0]++;
                        rows[1] += outcome instanceof Outcome.Refused ? 1 : 0;
                    });
            queue.finish();
            writer.finish();
            rows[2] = queue.lateRevisions();
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %,d rows, of which %,d not after their sensor's last one%s%n",
                        out,
                        rows[0],
                        rows[1],
                        rows[1] > MANY * rows[0]
                                ? ": those have no answers; sort the data by time"
                                : "");
        if (rows[2] > 0) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d values were revised after their rows had to be written%n",
                            rows[2]);
        }
        return 0;
    }

    /**
     * Puts rows into the form that the model takes: with the context of their group, where the
     * model wants one and the recording has none.
     */
    private static UnaryOperator<Row> widened(CsvReadings readings, Bundle bundle) {
        List<String> channels = readings.channels();
        if (bundle.context().isPresent() && channels.equals(bundle.sentChannels())) {
            return RecordedContext.of(bundle.context().get(), readings::forEach)::widened;
        }
        if (!channels.equals(bundle.spec().channels())) {
            throw new UserFaultException(
                    "the data's channels must be the bundle's: data %s, bundle %s"
                            .formatted(channels, bundle.sentChannels()));
        }
        return row -> row;
    }
}
