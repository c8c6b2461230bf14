package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.replay.RecordedContext;
import io.hindsight.console.replay.ReplayRun;
import io.hindsight.console.replay.ResultWriter;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppressions;
import io.hindsight.model.timeline.AlarmTally;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.page.AlarmsText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Spec private CommandSpec spec;

    @Mixin private RecordingOptions recording;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The model.")
    private Path bundleFile;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV, or .csv.gz.")
    private Path out;

    @Option(
            names = "--suppress",
            paramLabel = "FILE",
            description = "Rules of what is ignored, on every row; adds the column suppressed.")
    private Path suppressionFile;

    @Override
    public Integer call() throws Exception {
        List<Path> inputs = new ArrayList<>(recording.files());
        inputs.add(bundleFile);
        Optional.ofNullable(suppressionFile).ifPresent(inputs::add);
        OutputFile.check(inputs, out);
        Bundle bundle = BundleFile.read(bundleFile).bundle();
        CsvReadings readings = new CsvReadings(recording.files(), recording.csv(bundle));
        boolean revises = bundle.spec().backwardSize() > 0;
        Optional<RecordedContext> context = RecordingContext.of(readings, bundle);
        boolean suppresses = suppressionFile != null;
        Suppressions suppressions = suppresses ? suppressions(bundle) : Suppressions.NONE;
        try (ResultWriter writer =
                new ResultWriter(out, bundle.spec().channels(), revises, suppresses)) {
            ReplayRun run = new ReplayRun(bundle, suppressions, context, writer::write);
            readings.forEach(run::accept);
            run.finish();
            writer.finish();
            report(run);
        }
        return 0;
    }

    private Suppressions suppressions(Bundle bundle) throws IOException {
        List<Rule> rules = RulesFile.read(suppressionFile);
        List<String> channels = RulesFile.scored(bundle);
        for (Rule.OfChannel idle : RulesFile.idle(rules, channels)) {
            throw new UserFaultException(
                    "%s: the channel of rule %s must be one of %s: %s"
                            .formatted(
                                    suppressionFile,
                                    idle.name(),
                                    String.join(", ", channels),
                                    idle.channel()));
        }
        return Suppressions.always(rules);
    }

    private void report(ReplayRun run) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                "%s: %,d rows, of which %,d not after their sensor's last one%s; %,d slots without"
                        + " a row%n",
                out,
                run.rows(),
                run.unused(),
                run.unused() > MANY * run.rows()
                        ? ": those have no answers; sort the data by time"
                        : "",
                run.missing());
        AlarmTally alarms = run.alarms();
        if (alarms.sensorMonths() > 0) {
            text.printf(
                    "%s%n",
                    AlarmsText.of(
                            alarms.alarms(),
                            "",
                            alarms.sensorMonths(),
                            AlarmRules.STANDARD.perMonth()));
        }
        if (run.lateRevisions() > 0) {
            text.printf(
                    "%,d rows were revised after they had to be written%n", run.lateRevisions());
        }
        text.printf(
                "%,d episode%s of readings that surprise%n",
                run.episodes(), run.episodes() == 1 ? "" : "s");
        EpisodeTable.print(run.worst(EpisodeTable.MOST), text);
    }
}
