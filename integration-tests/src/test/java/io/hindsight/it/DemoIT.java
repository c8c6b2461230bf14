package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.demo.Demo;
import io.hindsight.console.demo.DemoSummary;
import io.hindsight.trainer.train.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo keeps its promises. */
@Timeout(600)
class DemoIT {
    @Test
    void losesNothingDoublesNothingAndBeatsTheLastObservation() {
        StringWriter told = new StringWriter();

        DemoSummary summary = Demo.run(new PrintWriter(told), Progress.SILENT);

        assertThat(summary.readings()).as(told::toString).isEqualTo(summary.results()).isPositive();
        assertThat(summary.lost()).isZero();
        assertThat(summary.duplicated()).isZero();
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.missing()).isEqualTo(30);
        assertThat(summary.repaired()).isGreaterThanOrEqualTo(3);
        assertThat(summary.silences()).as(told::toString).isEqualTo(1);
        assertThat(summary.shadowed()).isPositive();
        assertThat(summary.rollbacks()).isEqualTo(1);
        assertThat(summary.modelVersions()).isEqualTo(2);
        assertThat(summary.deadLetters()).isEqualTo(3);
        assertThat(summary.hidden()).isGreaterThan(100_000);
        assertThat(summary.imputed()).isGreaterThan(summary.hidden());
        assertThat(summary.mae()).isLessThanOrEqualTo(0.8 * summary.maeLocf());
        assertThat(summary.revised()).isGreaterThan(10_000);
        assertThat(summary.maeRevised()).isLessThan(summary.mae());
        assertThat(told.toString())
                .contains("truth", "imputed", "revised", "last observation")
                .contains("alarm: Dongsi", "Dongsi is back", "alarm withdrawn: Huairou")
                .contains("3 readings of Huairou come 18 hours late", "repaired")
                .contains("predicted", "go back from version 2 to version 1");
    }
}
