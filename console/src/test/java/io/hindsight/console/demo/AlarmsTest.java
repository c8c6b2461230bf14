package io.hindsight.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.Episode;
import io.hindsight.schemas.Episode.Kind;
import io.hindsight.schemas.Episode.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private final StringWriter told = new StringWriter();
    private final Alarms alarms = new Alarms(new Narrator(new PrintWriter(told)));

    @Test
    void countsAnEpisodeOnceHoweverOftenItIsTold() {
        alarms.add(episode("a", Kind.SURPRISE, Phase.OPEN));
        alarms.add(episode("a", Kind.SURPRISE, Phase.OPEN));
        alarms.add(episode("a", Kind.SURPRISE, Phase.CLOSED));

        assertThat(alarms.episodes()).isEqualTo(1);
        assertThat(alarms.silences()).isZero();
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void tellsOfASilenceWhenItComesAndWhenItEnds() {
        alarms.add(episode("a", Kind.SILENCE, Phase.OPEN));
        alarms.add(episode("a", Kind.SILENCE, Phase.OPEN));
        alarms.add(episode("a", Kind.SILENCE, Phase.CLOSED));

        assertThat(alarms.silences()).isEqualTo(1);
        assertThat(told.toString().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("alarm: a has sent nothing since 1970"),
                        line -> assertThat(line).contains("a is back; 3 readings had not come"));
    }

    @Test
    void aSilenceThatWasNoneDoesNotCount() {
        alarms.add(episode("a", Kind.SILENCE, Phase.OPEN));
        alarms.add(episode("a", Kind.SILENCE, Phase.WITHDRAWN));

        assertThat(alarms.silences()).isZero();
        assertThat(alarms.episodes()).isZero();
        assertThat(told.toString()).contains("alarm withdrawn: a");
    }

    @Test
    void knowsTheMostSevereOfWhatSurprisedAsItWasLastTold() {
        alarms.add(surprise("a", Phase.OPEN, 3));
        alarms.add(surprise("b", Phase.OPEN, 4));
        alarms.add(surprise("c", Phase.OPEN, 6));
        alarms.add(surprise("a", Phase.UPDATE, 5));
        alarms.add(surprise("c", Phase.WITHDRAWN, 0));

        assertThat(alarms.worst(1)).containsExactly(surprise("a", Phase.UPDATE, 5));
        assertThat(alarms.worst(5)).extracting(Episode::sensor).containsExactly("a", "b");
    }

    private static Episode surprise(String sensor, Phase phase, float score) {
        return new Episode(
                sensor, sensor, "air", Kind.SURPRISE, phase, 0, 2, 1, score, 3, 0, 9, 1, 1, 1);
    }

    private static Episode episode(String sensor, Kind kind, Phase phase) {
        return new Episode(
                sensor + kind, sensor, "air", kind, phase, 0, 2, 0, 0, 3, -1, 0, 0, 0, 1);
    }
}
