package io.hindsight.console.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a demo came to.
 *
 * @param readings that were sent and are well-formed
 * @param results that a read_committed reader found for them
 * @param lost readings without a result
 * @param duplicated results beyond the first of a reading
 * @param imputed values that were filled in, hidden or really missing
 * @param hidden values that were hidden from the job and came back imputed
 * @param mae mean absolute error on them, z units
 * @param maeLocf the last observation's error on the same cells, z units
 * @param episodes that were opened
 * @param deadLetters records that could not be used
 * @param modelVersions versions that scored readings
 * @param swapSeconds from the second model's publication to its first result on every sensor
 * @param elapsedSeconds of the whole demo
 */
@JsonPropertyOrder({
    "readings",
    "results",
    "lost",
    "duplicated",
    "imputed",
    "hidden",
    "mae",
    "maeLocf",
    "episodes",
    "deadLetters",
    "modelVersions",
    "swapSeconds",
    "elapsedSeconds"
})
public record DemoSummary(
        long readings,
        long results,
        long lost,
        long duplicated,
        long imputed,
        long hidden,
        double mae,
        double maeLocf,
        long episodes,
        long deadLetters,
        int modelVersions,
        double swapSeconds,
        double elapsedSeconds) {

    /** Whether everything that went in came out once, and both models had their part. */
    @JsonIgnore
    public boolean isComplete() {
        return lost == 0 && duplicated == 0 && modelVersions == 2;
    }

    /** Writes the summary as JSON. */
    public void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
    }
}
