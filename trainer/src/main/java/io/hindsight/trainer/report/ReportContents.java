package io.hindsight.trainer.report;

import io.hindsight.trainer.Trained;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingMetrics;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.ProposedBounds;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.report.DataReport;
import io.hindsight.trainer.data.season.Season;
import io.hindsight.trainer.data.season.Seasons;
import io.hindsight.trainer.judge.GapSample;
import io.hindsight.trainer.judge.GapSamples;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.train.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the page about a training tells; a part that is empty is left out of the page.
 *
 * @param files names of the data's files
 * @param data what the data looks like
 * @param split where its parts end
 * @param options what the training was told, one sentence each
 * @param test errors on hidden cells of the test part; empty without a test part
 * @param epochs of all networks, in the order in which they ended
 * @param gaps of the test part, and how they were filled
 * @param comparison of the model's parts
 * @param seasons of the training part, the strongest first
 * @param bounds that are proposed, one sentence each
 * @param cleaning what was taken out of the data before the training, one sentence each
 * @param holes how many values are missing when
 * @param parameters numbers that the student learned
 * @param seconds that the training took
 * @param notes sentences for the person who trains
 */
public record ReportContents(
        List<String> files,
        DataReport data,
        Split split,
        List<String> options,
        Optional<Judgement> test,
        List<Progress.Epoch> epochs,
        List<GapSample> gaps,
        Optional<Comparison> comparison,
        List<Season> seasons,
        List<String> bounds,
        List<String> cleaning,
        HolesOverTime holes,
        long parameters,
        double seconds,
        List<String> notes) {

    public ReportContents {
        files = List.copyOf(files);
        options = List.copyOf(options);
        epochs = List.copyOf(epochs);
        gaps = List.copyOf(gaps);
        seasons = List.copyOf(seasons);
        bounds = List.copyOf(bounds);
        cleaning = List.copyOf(cleaning);
        notes = List.copyOf(notes);
    }

    /**
     * What a training alone tells; fills gaps of the test part once more, to show them.
     *
     * @param seasons of the training part
     * @param epochs as a {@link Progress} heard them
     */
    public static ReportContents of(
            List<Path> files,
            DataSet data,
            Split split,
            Seasons seasons,
            TrainingOptions options,
            Trained trained,
            List<Progress.Epoch> epochs) {
        TrainingMetrics metrics = trained.metrics();
        return new ReportContents(
                files.stream().map(file -> file.getFileName().toString()).toList(),
                DataReport.of(data, split),
                split,
                OptionWords.of(options),
                Optional.ofNullable(metrics.test()),
                epochs,
                GapSamples.choose(
                        trained.bundle(), data, Training.hiddenOfTest(data, split, options)),
                Optional.ofNullable(metrics.comparison()),
                seasons.found(),
                ProposedBounds.propose(data, split).sentences(),
                metrics.cleaning().sentences(),
                HolesOverTime.of(data),
                metrics.parameters(),
                metrics.seconds(),
                metrics.notes());
    }
}
