package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableArgumentsTest {
    @Test
    void takesAFolderAndOptions() {
        TableArguments arguments = of("data --detectors rcf --seed 7", "--seed");

        assertThat(arguments.folder()).isEqualTo(Path.of("data"));
        assertThat(arguments.detectors()).extracting(DetectorKind::name).containsExactly("rcf");
        assertThat(arguments.option("--seed")).contains("7");
    }

    @Test
    void takesAllDetectorsUnlessToldOtherwise() {
        assertThat(of("data").detectors()).isEqualTo(Detectors.ALL);
        assertThat(of("data").detectors("ewma-z"))
                .extracting(DetectorKind::name)
                .containsExactly("ewma-z");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefuses("--detectors rcf");
        assertRefuses("data --seed", "--seed");
        assertRefuses("data --sed 7", "--seed");
        assertRefuses("data more");
    }

    private static void assertRefuses(String line, String... known) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(line, known))
                .withMessage("usage: Table DATA");
    }

    private static TableArguments of(String line, String... known) {
        return TableArguments.of("usage: Table DATA", line.split(" ", -1), known);
    }
}
