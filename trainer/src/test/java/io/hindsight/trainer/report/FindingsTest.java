package io.hindsight.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void comparesTheCausalStepWithTheLastObservationAndTheAnchor() {
        assertThat(new Findings(Reports.plain()).howGood())
                .startsWith("On ")
                .containsPattern("hidden cells the causal step is off by 0\\.\\d{3}.z on average")
                .containsPattern("\\d+.% of the last observation's \\d\\.\\d{3}")
                .containsPattern("\\d+.% of the anchor's \\d\\.\\d{3}");
    }

    @Test
    void saysWhatTheTeacherBrought() {
        assertThat(gain(0.24))
                .isEqualTo(
                        "With a teacher the student's error is 0.240\u00a0z, without one 0.300:"
                                + " 20.0\u00a0% less.");
        assertThat(gain(0.33)).endsWith(": 10.0\u00a0% more.");
        assertThat(gain(0.3)).endsWith(": no gain.");
        assertThat(gain(Double.NaN)).contains("is not known");
    }

    @Test
    void saysWhatItCostsNotToSeeTheFuture() {
        Findings taught = new Findings(Reports.with(Reports.comparison(0.25, 0.2)));
        Findings alone = new Findings(Reports.with(Reports.comparison(Double.NaN, 0.2)));

        assertThat(taught.whatCausalityCosts()).contains("0.200", "by 0.250", "costs 0.050\u00a0z");
        assertThat(alone.whatCausalityCosts()).contains("by 0.300", "costs 0.100\u00a0z");
        assertThat(new Findings(Reports.plain()).whatCausalityCosts())
                .startsWith("What is said at once is off by ");
    }

    private static String gain(double taught) {
        return new Findings(Reports.with(Reports.comparison(taught, 0.2))).whatDistillationGained();
    }
}
