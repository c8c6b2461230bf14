package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.replay.RecordedContext;
import io.hindsight.console.state.Census;
import io.hindsight.console.state.MadeSeries;
import io.hindsight.job.options.JobOption;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.timeline.Limits;
import io.hindsight.trainer.data.CsvReadings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight state}: what the job keeps of a sensor, in bytes. */
@Command(
        name = "state",
        description =
                "Show how many bytes the job keeps of a sensor, part by part: of a recording's"
                        + " sensors, or of a made series of the model's shape.")
final class StateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private RecordingOptions recording;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The model.")
    private Path bundleFile;

    @Option(
            names = "--repair-bound",
            paramLabel = "DURATION",
            description = "The job's option of this name (default: the job's).")
    private Duration repairBound;

    @Override
    public Integer call() throws Exception {
        Bundle bundle = BundleFile.read(bundleFile).bundle();
        Limits limits = limits();
        Census census =
                recording == null ? made(bundle, limits) : recorded(bundle, limits, recording);
        if (census.samples() == 0) {
            throw new UserFaultException("the data must have a row: it has none");
        }
        StateTable.print(bundle.spec(), census, spec.commandLine().getOut());
        return 0;
    }

    private Limits limits() {
        Duration repair = repairBound == null ? duration(JobOption.REPAIR_BOUND) : repairBound;
        if (repair.isNegative()) {
            throw new UserFaultException("--repair-bound must not be negative: " + repair);
        }
        return new Limits(repair.toMillis(), duration(JobOption.FORGET_AFTER).toMillis());
    }

    private static Census made(Bundle bundle, Limits limits) {
        Census census = census(bundle, GivenContext.NONE, limits);
        new MadeSeries(bundle).forEach(census::accept);
        census.finish();
        return census;
    }

    private static Census recorded(Bundle bundle, Limits limits, RecordingOptions recording) {
        CsvReadings readings = new CsvReadings(recording.files(), recording.csv(bundle));
        Optional<RecordedContext> context = RecordingContext.of(readings, bundle);
        GivenContext given =
                context.<GivenContext>map(RecordedContext::given).orElse(GivenContext.NONE);
        Census census = census(bundle, given, limits);
        readings.forEach(census::accept);
        census.finish();
        return census;
    }

    private static Census census(Bundle bundle, GivenContext context, Limits limits) {
        return new Census(bundle, context, limits);
    }

    private static Duration duration(JobOption option) {
        return Duration.parse(standard(option));
    }

    private static String standard(JobOption option) {
        return option.standard().orElseThrow();
    }
}
