package io.hindsight.job.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobOptionTest {

    @Test
    void theTableHasALineForEachOption() {
        assertThat(JobOption.table().lines().skip(2)).hasSize(JobOption.values().length);
        for (JobOption option : JobOption.values()) {
            assertThat(JobOption.table().lines())
                    .filteredOn(line -> line.startsWith("| `--" + option.label() + "` | "))
                    .singleElement()
                    .asString()
                    .contains("| " + option.type() + " |", "| " + option.meaning() + " |");
        }
    }

    @Test
    void theTableSaysWhatHasNoDefaultAndWhatIsEmpty() {
        assertThat(JobOption.table())
                .contains("| `--bootstrap` | HOST:PORT,… | must be given | Kafka's brokers |")
                .contains("| `--groups` | name,… | (empty) | ")
                .contains("| `--alarms-per-sensor-month` | number | `1` | ");
    }

    @Test
    void labelsAreDistinctAndCannotBreakTheTable() {
        assertThat(Arrays.stream(JobOption.values()).map(JobOption::label)).doesNotHaveDuplicates();
        assertThat(JobOption.values())
                .allSatisfy(
                        option ->
                                assertThat(option.label() + option.type() + option.meaning())
                                        .doesNotContain("|", "\n"));
    }
}
