package io.hindsight.console.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * What a demo came to.
 *
 * @param readings that were sent and are well-formed
 * @param results readings for which a read_committed reader found a result of revision 0, and whose
 *     highest revision is a reading's
 * @param lost readings without
 * @param duplicated results beyond the first of a revision, and such that nobody can have asked for
 * @param missing readings that were due, were never sent and have a result all the same
 * @param repaired results that superseded others because readings came late
 * @param imputed values that were filled in, hidden or really missing
 * @param revised values that were filled in better when their gap had closed
 * @param hidden values that were hidden from the job and came back imputed
 * @param mae mean absolute error on them, z units, of what was said at once
 * @param maeRevised the same, of the last word on them
 * @param maeLocf the last observation's error on the same cells, z units
 * @param episodes that were opened and not withdrawn
 * @param silences those of them that are of readings which did not come
 * @param deadLetters records that could not be used
 * @param modelVersions versions that scored readings
 * @param shadowed readings that the second model answered as a shadow beside the first
 * @param rollbacks times that all sensors together went back to an earlier version
 * @param swapSeconds from the order for the second model to its first result on every sensor
 * @param elapsedSeconds of the whole demo
 */
@JsonPropertyOrder({
    "readings",
    "results",
    "lost",
    "duplicated",
    "missing",
    "repaired",
    "imputed",
    "revised",
    "hidden",
    "mae",
    "maeRevised",
    "maeLocf",
    "episodes",
    "silences",
    "deadLetters",
    "modelVersions",
    "shadowed",
    "rollbacks",
    "swapSeconds",
    "elapsedSeconds"
})
public record DemoSummary(
        long readings,
        long results,
        long lost,
        long duplicated,
        long missing,
        long repaired,
        long imputed,
        long revised,
        long hidden,
        double mae,
        double maeRevised,
        double maeLocf,
        long episodes,
        long silences,
        long deadLetters,
        int modelVersions,
        long shadowed,
        int rollbacks,
        double swapSeconds,
        double elapsedSeconds) {

    /** Whether everything that went in came out once, and all that a demo shows was seen. */
    @JsonIgnore
    public boolean isComplete() {
        return lost == 0
                && duplicated == 0
                && modelVersions == 2
                && LongStream.of(missing, repaired, revised, silences, shadowed, rollbacks)
                        .allMatch(seen -> seen > 0);
    }

    /** Writes the summary as JSON. */
    public void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
    }
}
