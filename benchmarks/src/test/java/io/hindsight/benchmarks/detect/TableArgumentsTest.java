package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableArgumentsTest {
    @Test
    void takesAFolderAndOptions() {
        TableArguments arguments =
                TableArguments.of(args("data --detectors rcf --seed 7"), "--seed").orElseThrow();

        assertThat(arguments.folder()).isEqualTo(Path.of("data"));
        assertThat(arguments.detectors()).extracting(DetectorKind::name).containsExactly("rcf");
        assertThat(arguments.option("--seed")).contains("7");
    }

    @Test
    void takesAllDetectorsUnlessToldOtherwise() {
        assertThat(TableArguments.of(args("data")).orElseThrow().detectors())
                .isEqualTo(Detectors.ALL);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(TableArguments.of(args("--detectors rcf"))).isEmpty();
        assertThat(TableArguments.of(args("data --seed"), "--seed")).isEmpty();
        assertThat(TableArguments.of(args("data --sed 7"), "--seed")).isEmpty();
        assertThat(TableArguments.of(args("data more"))).isEmpty();
    }

    private static String[] args(String line) {
        return line.split(" ", -1);
    }
}
