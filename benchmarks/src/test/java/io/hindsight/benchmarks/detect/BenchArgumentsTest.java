package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenchArgumentsTest {
    @Test
    void takesOptionsOfOneValueAndOfMore() {
        BenchArguments arguments = of("--data a.csv b.csv --out there --peers rcf");

        assertThat(arguments.many("--data")).containsExactly("a.csv", "b.csv");
        assertThat(arguments.any("--data")).containsExactly("a.csv", "b.csv");
        assertThat(arguments.any("--n")).isEmpty();
        assertThat(arguments.text("--out")).isEqualTo("there");
        assertThat(arguments.path("--out")).isEqualTo(Path.of("there"));
        assertThat(arguments.peers()).extracting(DetectorKind::name).containsExactly("rcf");
        assertThat(arguments.number("--n", 3)).isEqualTo(3);
        assertThat(of("--n 2.5").number("--n", 3)).isEqualTo(2.5);
    }

    @Test
    void faultsNameOptionRuleAndValue() {
        assertFault(() -> of("--dat x"), "an option must be one of --data, --out, --peers, --n:");
        assertFault(() -> of("x"), "an option must come first: x");
        assertFault(() -> of("--out"), "--out must have a value");
        assertFault(() -> of("--out a b").path("--out"), "--out must have one value: [a, b]");
        assertFault(() -> of("--out a").path("--data"), "--data must be given");
        assertFault(() -> of("--n 0").number("--n", 1), "--n must be a positive number: 0");
        assertFault(() -> of("--n x").number("--n", 1), "--n must be a positive number: x");
        assertFault(() -> of("--peers none").peers(), "a detector must be one of");
    }

    private static void assertFault(Runnable run, String message) {
        assertThatIllegalArgumentException().isThrownBy(run::run).withMessageStartingWith(message);
    }

    private static BenchArguments of(String line) {
        return BenchArguments.of(
                Arrays.asList(line.split(" ", -1)), "--data", "--out", "--peers", "--n");
    }
}
