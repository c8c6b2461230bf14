package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppressions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressedReadingTest {
    private static final int CHANNELS = 3;
    private static final long T0 = Recording.START;
    private static final long HOUR = Students.HOUR;
    private static final Optional<String> ALL = Optional.empty();

    private final Bundle bundle = Students.random(CellKind.LSTM, 8, CHANNELS, 1);
    private final String third = bundle.spec().channels().get(2);
    private final Recording recording = Recording.hourly(CHANNELS, 260, 51);

    @Test
    void maintenanceKeepsTheScoreAndOpensNoEpisode() {
        Life plain = after(240);
        Life muted = after(240, window(240, 242));
        Outcome.Scored loud = plain.scoredAs(T0 + 240 * HOUR, 0, 10, 9000);
        Outcome.Scored quiet = muted.scoredAs(T0 + 240 * HOUR, 0, 10, 9000);

        assertThat(loud.changes()).isNotEmpty();
        assertThat(loud.result().suppressed).isNull();
        assertThat(quiet.changes()).isEmpty();
        assertThat(quiet.result().suppressed).isEqualTo("service");
        assertThat(quiet.result().score).isEqualTo(loud.result().score).isGreaterThan(2);
        assertThat(quiet.result().channelScore).isEqualTo(loud.result().channelScore);
    }

    @Test
    void aSuppressedReadingCountsInTheSensorsStateLikeAnyOther() {
        Life plain = after(240);
        Life muted = after(240, window(240, 242));
        plain.scored(T0 + 240 * HOUR, 0, 10, 9000);
        muted.scored(T0 + 240 * HOUR, 0, 10, 9000);

        assertThat(muted.scored(T0 + 250 * HOUR, 1, 11, 21).expected)
                .isEqualTo(plain.scored(T0 + 250 * HOUR, 1, 11, 21).expected);
    }

    @Test
    void anEpisodeThatIsOpenEndsAmongReadingsThatAreSuppressed() {
        Life muted = after(240, window(241, 260));
        assertThat(phases(muted.scoredAs(T0 + 240 * HOUR, 0, 10, 9000)))
                .containsExactly(EpisodeChange.Phase.OPEN);
        assertThat(phases(muted.scoredAs(T0 + 241 * HOUR, 0, 10, 9000))).isEmpty();
        assertThat(phases(muted.scoredAs(T0 + 242 * HOUR, 0, 10, 9000))).isEmpty();
        Outcome.Scored closing = muted.scoredAs(T0 + 243 * HOUR, 0, 10, 9000);

        assertThat(phases(closing)).containsExactly(EpisodeChange.Phase.CLOSED);
        assertThat(closing.changes().get(0).episode().endMillis()).isEqualTo(T0 + 240 * HOUR);
        assertThat(closing.changes().get(0).episode().readings()).isEqualTo(1);
    }

    @Test
    void aChannelThatIsIgnoredLeavesTheAlarmToTheOthers() {
        Life muted = after(240, new Rule.Channel("broken", ALL, third));
        double[] usual = recording.values[240].clone();
        Outcome.Scored ignored = muted.scoredAs(T0 + 240 * HOUR, usual[0], usual[1], 9000);
        assertThat(ignored.result().score).isGreaterThan(2);
        assertThat(ignored.changes()).isEmpty();
        assertThat(ignored.result().suppressed).as("the others count").isNull();

        Outcome.Scored other = muted.scoredAs(T0 + 241 * HOUR, 900, 10, 90000);
        assertThat(phases(other)).containsExactly(EpisodeChange.Phase.OPEN);
        assertThat(other.changes().get(0).episode().peak().channel()).isZero();
        assertThat(other.changes().get(0).episode().peak().observed()).isEqualTo(900);
    }

    @Test
    void aReadingWhoseScoredChannelsAreAllIgnoredIsSuppressed() {
        Life muted = after(240, new Rule.Channel("broken", ALL, third));
        StepResult result = muted.scored(T0 + 240 * HOUR, Double.NaN, Double.NaN, 9000);

        assertThat(result.score).isGreaterThan(2);
        assertThat(result.suppressed).isEqualTo("broken");
    }

    @Test
    void whatIsIgnoredChangesNothingOfReadingsThatNoRuleIsFor() {
        Life plain = after(0);
        Life muted =
                after(
                        0,
                        new Rule.Channel("other sensor", Optional.of("b"), third),
                        new Rule.Absolute("tiny", ALL, third, 1e-30));
        for (int t = 0; t < recording.length(); t++) {
            StepResult expected = plain.scored(recording.times[t], recording.values[t].clone());
            StepResult found = muted.scored(recording.times[t], recording.values[t].clone());
            assertThat(Bits.of(found)).isEqualTo(Bits.of(expected));
            assertThat(found.suppressed).isNull();
        }
    }

    @Test
    void aReadingThatWasNotScoredIsNotSuppressed() {
        Life muted = after(240, window(240, 242));
        StepResult result = muted.scored(T0 + 240 * HOUR, Double.NaN, Double.NaN, Double.NaN);

        assertThat(result.score).isNaN();
        assertThat(result.suppressed).isNull();
    }

    private Life after(int readings, Rule... rules) {
        Life life = Life.with(Acting.always(1, bundle));
        life.models = life.models.with(Suppressions.always(List.of(rules)));
        life.play(recording, 0, readings);
        return life;
    }

    private static Rule window(int fromHour, int untilHour) {
        return new Rule.Maintenance("service", ALL, T0 + fromHour * HOUR, T0 + untilHour * HOUR);
    }

    private static List<EpisodeChange.Phase> phases(Outcome.Scored scored) {
        return scored.changes().stream().map(EpisodeChange::phase).toList();
    }
}
