package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final String[] LEAST = {
        "a.csv",
        "--time",
        "date",
        "--sensor-id",
        "a",
        "--train-until",
        "2017-09-01T00:00:00Z",
        "--validate-until",
        "2018-02-01T00:00:00Z"
    };

    @Test
    void whatIsNotSaidHasADefault() {
        Arguments arguments = Arguments.of(LEAST).orElseThrow();
        assertThat(arguments.seeds()).containsExactly(1L, 2L);
        assertThat(arguments.regimes(Regime.HOLES)).containsExactly(Regime.HOLES);
        assertThat(arguments.moreFiles()).isEmpty();
        assertThat(arguments.split().trainUntilMillis()).isEqualTo(1_504_224_000_000L);
    }

    @Test
    void filesMayStandBetweenOptions() {
        Arguments arguments = parsed("m.csv", "--seeds", "7", "--regimes", "little,least", "n.csv");
        assertThat(arguments.moreFiles()).containsExactly(Path.of("m.csv"), Path.of("n.csv"));
        assertThat(arguments.seeds()).containsExactly(7L);
        assertThat(arguments.regimes(Regime.CLEAN)).containsExactly(Regime.LITTLE, Regime.LEAST);
    }

    @Test
    void somethingThatIsMissingOrNotKnownGivesTheUsage() {
        assertThat(Arguments.of(Arrays.copyOf(LEAST, 7))).isEmpty();
        assertThat(Arguments.of(Arrays.copyOf(LEAST, 8))).isEmpty();
        assertThat(Arguments.of(Arrays.copyOfRange(LEAST, 1, 9))).isEmpty();
        assertThat(Arguments.of(with("--epochs", "2"))).isEmpty();
        assertThat(Arguments.of(with("--epochs", "2"), "--epochs")).isPresent();
        assertThatThrownBy(() -> parsed("--regimes", "some").regimes())
                .hasMessageEndingWith("faults: 'some'");
    }

    private static Arguments parsed(String... more) {
        return Arguments.of(with(more)).orElseThrow();
    }

    private static String[] with(String... more) {
        return Stream.of(LEAST, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
