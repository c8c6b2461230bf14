package io.hindsight.trainer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hindsight.trainer.adapt.Adaptation;
import io.hindsight.trainer.choose.Candidate;
import io.hindsight.trainer.clean.CleaningReport;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.judge.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a training came to.
 *
 * @param test errors on hidden cells of the test part, beside baselines; absent without a test part
 * @param sensors in the data
 * @param trainingSlots slots of the training part, over all sensors
 * @param epochs that the student was trained for
 * @param bestEpoch whose weights were kept
 * @param bestValidationLoss the student's loss on the fixed validation windows
 * @param comparison the parts of the model side by side; absent without a backward part
 * @param parameters numbers that the student learned
 * @param seed of everything random
 * @param seconds that it took
 * @param cleaning what of the training part was left out as faults
 * @param anchors that were tried, and how far off they were in the validation part
 * @param ways in which students were taught, the truth alone first
 * @param notes sentences for the person who trains
 * @param adaptation how a bundle was fitted to a new site; absent in a training from the beginning
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingMetrics(
        Judgement test,
        int sensors,
        long trainingSlots,
        int epochs,
        int bestEpoch,
        double bestValidationLoss,
        Comparison comparison,
        int parameters,
        long seed,
        double seconds,
        CleaningReport cleaning,
        List<Candidate> anchors,
        List<LearntWay> ways,
        List<String> notes,
        Adaptation adaptation) {

    public TrainingMetrics {
        anchors = List.copyOf(anchors);
        ways = List.copyOf(ways);
        notes = List.copyOf(notes);
    }

    /** Writes the metrics as JSON. */
    public void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
    }
}
