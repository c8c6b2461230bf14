package io.hindsight.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSummaryTest {
    @TempDir private Path folder;

    @Test
    void writesTheseKeysInThisOrder() throws IOException {
        Path file = folder.resolve("summary.json");
        new DemoSummary(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 0.25, 0.2, 0.5, 10, 11, 12, 2, 13, 14, 1.5,
                        90.25)
                .write(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
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
                        "elapsedSeconds");
        assertThat(json.get("duplicated").asLong()).isEqualTo(4);
        assertThat(json.get("elapsedSeconds").asDouble()).isEqualTo(90.25);
    }

    @Test
    void isCompleteWhenEverythingCameOutOnceAndAllWasSeen() {
        assertThat(with(0, 0, 2, 1, 1, 1, 1, 1, 1).isComplete()).isTrue();
        assertThat(with(1, 0, 2, 1, 1, 1, 1, 1, 1).isComplete()).isFalse();
        assertThat(with(0, 1, 2, 1, 1, 1, 1, 1, 1).isComplete()).isFalse();
        assertThat(with(0, 0, 1, 1, 1, 1, 1, 1, 1).isComplete()).isFalse();
        for (int unseen = 0; unseen < 6; unseen++) {
            int[] seen = {1, 1, 1, 1, 1, 1};
            seen[unseen] = 0;
            assertThat(
                            with(0, 0, 2, seen[0], seen[1], seen[2], seen[3], seen[4], seen[5])
                                    .isComplete())
                    .as("without the figure %d", unseen)
                    .isFalse();
        }
    }

    private static DemoSummary with(
            long lost,
            long duplicated,
            int modelVersions,
            long missing,
            long repaired,
            long revised,
            long silences,
            long shadowed,
            int rollbacks) {
        return new DemoSummary(
                9,
                9,
                lost,
                duplicated,
                missing,
                repaired,
                0,
                revised,
                0,
                0,
                0,
                0,
                0,
                silences,
                0,
                modelVersions,
                shadowed,
                rollbacks,
                0,
                0);
    }
}
