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
        new DemoSummary(1, 2, 3, 4, 5, 6, 0.25, 0.5, 7, 8, 2, 1.5, 90.25).write(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
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
                        "elapsedSeconds");
        assertThat(json.get("duplicated").asLong()).isEqualTo(4);
        assertThat(json.get("elapsedSeconds").asDouble()).isEqualTo(90.25);
    }

    @Test
    void isCompleteWhenEverythingCameOutOnce() {
        assertThat(with(0, 0).isComplete()).isTrue();
        assertThat(with(1, 0).isComplete()).isFalse();
        assertThat(with(0, 1).isComplete()).isFalse();
    }

    private static DemoSummary with(long lost, long duplicated) {
        return new DemoSummary(9, 9, lost, duplicated, 0, 0, 0, 0, 0, 0, 2, 0, 0);
    }
}
