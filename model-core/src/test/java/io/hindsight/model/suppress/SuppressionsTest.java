package io.hindsight.model.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final List<Rule> RULES =
            List.of(new Rule.Channel("broken", Optional.empty(), "O3"));

    @Test
    void theLastGivenOfThoseWhoseTimeHasComeActs() {
        Suppressions all =
                new Suppressions(
                        List.of(
                                new Suppression(1, 100, RULES),
                                new Suppression(3, 200, RULES),
                                new Suppression(2, 300, List.of())));

        assertThat(version(all, 99)).isEmpty();
        assertThat(version(all, 100)).contains(1);
        assertThat(version(all, 200)).contains(3);
        assertThat(version(all, 300)).contains(3);
    }

    @Test
    void tellsFromWhenOnALaterVersionChangesSomething() {
        Suppressions all =
                new Suppressions(
                        List.of(
                                new Suppression(1, 100, RULES),
                                new Suppression(2, 300, RULES),
                                new Suppression(3, 200, RULES)));

        assertThat(all.lastVersion()).isEqualTo(3);
        assertThat(all.changedFrom(0)).isEqualTo(100);
        assertThat(all.changedFrom(1)).isEqualTo(200);
        assertThat(all.changedFrom(3)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void rulesWithoutATimeHaveAlwaysActed() {
        assertThat(version(Suppressions.always(RULES), Long.MIN_VALUE)).contains(1);
    }

    @Test
    void withoutAnyNothingActs() {
        assertThat(Suppressions.NONE.lastVersion()).isZero();
        assertThat(Suppressions.NONE.changedFrom(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Suppressor.NONE.at(0)).isEmpty();
    }

    @Test
    void aVersionWithoutRulesIgnoresNothing() {
        Suppressions none = Suppressions.always(List.of());

        assertThat(new Suppressor(none, "a").at(0)).isEmpty();
        assertThat(new Suppressor(Suppressions.always(RULES), "a").at(0)).isPresent();
    }

    private static Optional<Integer> version(Suppressions all, long eventTimeMillis) {
        return all.at(eventTimeMillis).map(Suppression::version);
    }
}
