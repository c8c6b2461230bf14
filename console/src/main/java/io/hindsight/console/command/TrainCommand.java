package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.trainer.RunIdentity;
import io.hindsight.trainer.SiteTraining;
import io.hindsight.trainer.TerminalProgress;
import io.hindsight.trainer.Trained;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.ProposedBounds;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Sufficient;
import io.hindsight.trainer.data.Times;
import io.hindsight.trainer.data.report.DataReport;
import io.hindsight.trainer.data.season.Season;
import io.hindsight.trainer.data.season.Seasons;
import io.hindsight.trainer.report.ReportContents;
import io.hindsight.trainer.report.ReportPage;
import io.hindsight.trainer.train.CheckpointFolder;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight train}: a recording to a bundle. */
@Command(
        name = "train",
        description = "Train a teacher and a student on recorded readings and write the bundle.")
final class TrainCommand implements Callable<Integer> {
    private static final Exclusions WITH_FROM =
            new Exclusions(
                    "--from",
                    Map.of(
                            "takes a model's shape and bounds from the bundle",
                            Set.of(
                                    "--cell",
                                    "--hidden",
                                    "--anchor",
                                    "--season",
                                    "--bounds",
                                    "--context",
                                    "--irregular"),
                            "trains no teacher",
                            Set.of("--teacher-epochs"),
                            "writes no page, which tells of a training from the beginning",
                            Set.of("--report")));

    private static final Exclusions WITH_IRREGULAR =
            new Exclusions(
                    "--irregular",
                    Map.of(
                            "leaves readings at their own times",
                            Set.of("--interval", "--own-interval"),
                            "knows no slots that sensors could share",
                            Set.of("--context"),
                            "has no filter, which counts slots, and so neither season nor teacher",
                            Set.of("--season", "--teacher-epochs")));

    @Spec private CommandSpec spec;
    @Mixin private RecordingOptions recording;
    @Mixin private LearningOptions learning;

    @Option(
            names = "--from",
            paramLabel = "BUNDLE",
            description =
                    "Fit this group's bundle to a new site, in the way that pays on validation,"
                            + " or keep it as it is; shape and normalisation are the bundle's.")
    private Path from;

    @Option(
            names = "--train-until",
            paramLabel = "TIME",
            description = "Readings before this train (default: the first 70 %% of the time).")
    private String trainUntil;

    @Option(
            names = "--validate-until",
            paramLabel = "TIME",
            description =
                    "Readings from there to this validate, the rest is test (default: 15 %%).")
    private String validateUntil;

    @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "Where to.")
    private Path out;

    @Option(names = "--metrics", paramLabel = "FILE", description = "Figures as JSON.")
    private Path metrics;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "A page about the training, complete in itself; not with --from.")
    private Path report;

    @Option(
            names = "--resume",
            description = "Go on with a training that was stopped; the bundle comes out the same.")
    private boolean resume;

    @Option(
            names = "--own-interval",
            description =
                    "Let the job learn each sensor's interval from its own past; the data's holds"
                            + " for its first readings.")
    private boolean ownInterval;

    @Option(
            names = "--irregular",
            description =
                    "Sensors that send when they do: no slots, nothing is missed, and the time"
                            + " since the last value is what the model looks at.")
    private boolean irregular;

    @Override
    public Integer call() throws Exception {
        PrintWriter print = spec.commandLine().getOut();
        List<Path> inputs = new ArrayList<>(recording.files());
        Optional.ofNullable(from).ifPresent(inputs::add);
        OutputFile.check(inputs, out, metrics, report);
        if (from != null) {
            return fitToSite(print);
        }
        if (irregular) {
            WITH_IRREGULAR.check(spec);
        }
        TrainingOptions options = learning.all(irregular);
        CsvOptions csv = irregular ? recording.csv().withOwnTimes() : recording.csv();
        DataSet data = DataSetReader.read(recording.files(), csv);
        print(data, print);
        Split split = split(data);
        DataTable.print(DataReport.of(data, split), print);
        List<String> silent = new Sufficient(options.steps(), 1).check(data, split);
        silent.forEach(note -> print.println("note: " + note));
        Seasons seasons = Seasons.find(data, split);
        print.println("season: " + seasons.main().map(Season::describe).orElse("none"));
        ProposedBounds.propose(data, split)
                .sentences()
                .forEach(sentence -> print.println("proposed bounds: " + sentence));
        CheckpointFolder checkpoints =
                TrainingFolder.open(out, resume, RunIdentity.of(data, split, options), print);
        print.flush();
        Trained trained;
        List<Progress.Epoch> epochs = new ArrayList<>();
        try (TerminalProgress progress = Terminal.progress(false)) {
            trained =
                    Training.train(
                            data, split, seasons, options, progress.and(epochs::add), checkpoints);
        }
        write(trained.bundle());
        checkpoints.delete();
        if (metrics != null) {
            trained.metrics().write(metrics);
        }
        trained.metrics().anchors().forEach(one -> print.println("anchor: " + one));
        if (report != null) {
            ReportPage.write(
                    ReportContents.of(
                            recording.files(), data, split, seasons, options, trained, epochs),
                    report);
        }
        finish(trained, print);
        return 0;
    }

    private static void print(DataSet data, PrintWriter print) {
        print.printf(
                "data: %,d sensors, %d channels, %,d slots, %,d duplicates dropped, %,d out of"
                        + " order%n",
                data.series().size(),
                data.channels().size(),
                data.slots(),
                data.duplicates(),
                data.outOfOrder());
    }

    /** Writes the bundle with all that is not learnt: its columns, what is its own, its check. */
    private void write(Bundle trained) throws IOException {
        Bundle bundle = ownInterval ? trained.withOwnInterval() : trained;
        Files.write(out, SelfCheck.write(recording.remembered(bundle)));
    }

    /** Goes on from a bundle: its data may be short, and a part of it empty. */
    private int fitToSite(PrintWriter print) throws IOException {
        WITH_FROM.check(spec);
        TrainingOptions options = learning.ofSite();
        BundleFile group = BundleFile.read(from);
        if (ownInterval && !group.bundle().spec().isRegular()) {
            throw new UserFaultException(
                    "--own-interval must not be given of irregular sensors, which have none: "
                            + from);
        }
        DataSet data =
                DataSetReader.read(recording.files(), recording.csvAtItsInterval(group.bundle()));
        print(data, print);
        Split split = split(data);
        CheckpointFolder checkpoints =
                TrainingFolder.open(
                        out, resume, RunIdentity.of(data, split, options, group.bytes()), print);
        print.flush();
        Trained trained;
        try (TerminalProgress progress = Terminal.progress(false)) {
            trained = SiteTraining.fit(group.bundle(), data, split, options, progress, checkpoints);
        }
        write(trained.bundle());
        checkpoints.delete();
        if (metrics != null) {
            trained.metrics().write(metrics);
        }
        trained.metrics().adaptation().tried().forEach(one -> print.println("site: " + one));
        finish(trained, print);
        return 0;
    }

    private void finish(Trained trained, PrintWriter print) {
        if (trained.metrics().comparison() != null) {
            ComparisonTable.print(trained.metrics().comparison(), print);
        }
        trained.metrics().notes().forEach(note -> print.println("note: " + note));
        if (trained.metrics().test() != null) {
            JudgementTable.print(trained.metrics().test(), print);
        }
        print.printf(Locale.ROOT, "%s, in %.0f s%n", out, trained.metrics().seconds());
    }

    private Split split(DataSet data) {
        if (trainUntil == null && validateUntil == null) {
            return Split.chronological(data);
        }
        if (trainUntil == null || validateUntil == null) {
            throw new UserFaultException("--train-until and --validate-until go together");
        }
        return new Split(
                time("--train-until", trainUntil), time("--validate-until", validateUntil));
    }

    static long time(String option, String text) {
        try {
            return Times.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new UserFaultException(option + ": " + Times.RULE + ": '" + text + "'", e);
        }
    }
}
