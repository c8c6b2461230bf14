package io.hindsight.trainer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.Direction;
import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeChannel;
import io.hindsight.model.episode.EpisodeSentence;
import io.hindsight.model.score.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorEpisodesTest {
    private static final long MINUTE = 60_000;

    private final SensorEpisodes episodes = new SensorEpisodes(List.of("flow", "heat"));
    private long time;

    @Test
    void endAsTheJobsDoWithTheirSharesSidesAndValues() {
        say(0.5, false, 20, 9, 1);
        say(4.5, true, 1, 9, 1);
        say(2.5, false, 4, 9, 1);
        say(1, false, 6, 5, 5);
        say(3, false, 5, 9, 1);

        List<EpisodeChange> found = episodes.finish();

        assertThat(found).hasSize(1);
        Episode episode = found.get(0).episode();
        assertThat(found.get(0).phase()).isEqualTo(EpisodeChange.Phase.CLOSED);
        assertThat(episode.startMillis()).isEqualTo(20 * MINUTE);
        assertThat(episode.endMillis()).isEqualTo(24 * MINUTE);
        assertThat(episode.readings()).isEqualTo(5);
        assertThat(episode.peak().channel()).isEqualTo(1);
        assertThat(episode.channels())
                .containsExactly(
                        new EpisodeChannel(1, 0.75f, Direction.BELOW, 1, 5, 2),
                        new EpisodeChannel(0, 0.25f, Direction.ABOVE, 9, 5, 2));
        assertThat(EpisodeSentence.of("pump", found.get(0)))
                .isEqualTo("heat and 1 other at pump: 1.0 where 5.0 ± 2.0 was expected");
    }

    @Test
    void oneThatIsOpenInTheEndIsToldToo() {
        say(4, true, 1, 9, 1);

        assertThat(episodes.finish()).hasSize(1);
    }

    @Test
    void oneThatLastsADayIsTheNewNormal() {
        say(4, true, 1, 9, 1);
        say(1, false, 24 * 60, 9, 1);

        assertThat(episodes.finish())
                .extracting(EpisodeChange::phase)
                .containsExactly(EpisodeChange.Phase.NEW_NORMAL);
    }

    private void say(double score, boolean alarm, int readings, double... values) {
        for (int k = 0; k < readings; k++) {
            Judgement said = new Judgement(2);
            said.score = score;
            said.alarm = alarm;
            said.share[0] = 0.25f;
            said.share[1] = 0.75f;
            said.expected[0] = 5;
            said.expected[1] = 5;
            said.band[0] = 2;
            said.band[1] = 2;
            episodes.take(time, values, said);
            time += MINUTE;
        }
    }
}
