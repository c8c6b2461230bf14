package io.hindsight.console.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hindsight.console.fault.UserFaultException;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MaskFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight evaluate}: hides cells, fills them by model and baselines, and judges these. */
@Command(
        name = "evaluate",
        description =
                "Hide the cells of a mask, fill them by the model and by baselines, and report the"
                        + " errors and how sure they are.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RecordingOptions recording;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The model.")
    private Path bundleFile;

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "FILE",
            description = "Cells to hide: CSV with time,sensor,channel.")
    private Path mask;

    @Option(
            names = "--train-until",
            paramLabel = "TIME",
            description =
                    "Where the training part ended: the ridge baseline is fitted on what is before"
                            + " (default: all before the first hidden cell).")
    private String trainUntil;

    @Option(names = "--json", paramLabel = "FILE", description = "Figures as JSON.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        List<Path> inputs = new ArrayList<>(recording.files());
        inputs.add(bundleFile);
        inputs.add(mask);
        OutputFile.check(inputs, json);
        Bundle bundle = BundleFile.read(bundleFile).bundle();
        DataSet data = DataSetReader.read(recording.files(), recording.csv(bundle));
        long until =
                trainUntil == null
                        ? Long.MAX_VALUE
                        : TrainCommand.time("--train-until", trainUntil);
        Judgement judgement = Judge.judge(bundle, data, MaskFile.read(mask, data), until);
        if (judgement.causal().z().count() == 0) {
            throw new UserFaultException(mask + ": must hide at least one value that is known");
        }
        JudgementTable.print(judgement, spec.commandLine().getOut());
        if (json != null) {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(json.toFile(), judgement);
        }
        return 0;
    }
}
