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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight evaluate}: hides cells, imputes them causally, and compares with the truth. */
@Command(
        name = "evaluate",
        description = "Hide the cells of a mask, run the causal step, and report the errors.")
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

    @Option(names = "--json", paramLabel = "FILE", description = "Figures as JSON.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        OutputFile.check(json, recording.files());
        Bundle bundle = BundleFile.read(bundleFile).bundle();
        DataSet data = DataSetReader.read(recording.files(), recording.csv(bundle));
        Judgement judgement = Judge.judge(bundle, data, MaskFile.read(mask, data));
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
