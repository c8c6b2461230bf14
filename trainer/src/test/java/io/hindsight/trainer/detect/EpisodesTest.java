package io.hindsight.trainer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.score.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private final Episodes episodes = new Episodes(2, 50);
    private int row;

    @Test
    void anAlarmOpensOneAndCalmReadingsCloseIt() {
        say(0.5, false, 20);
        say(3, true, 1);
        say(2.5, false, 4);
        say(1, false, Episodes.CALM_READINGS);
        say(3, false, 5);

        List<Episode> found = episodes.finish();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).firstRow()).isEqualTo(20);
        assertThat(found.get(0).lastRow()).isEqualTo(24);
        assertThat(found.get(0).peakRow()).isEqualTo(20);
        assertThat(found.get(0).severity()).isEqualTo(3);
    }

    @Test
    void aQuietStretchWithoutAnotherAlarmEndsItThoughReadingsStayStrange() {
        say(3, true, 1);
        say(2.5, false, 200);

        assertThat(episodes.finish()).singleElement().extracting(Episode::lastRow).isEqualTo(50);
    }

    @Test
    void anotherAlarmInItProlongsIt() {
        say(3, true, 1);
        say(2.5, false, 40);
        say(4, true, 1);
        say(2.5, false, 30);

        Episode one = episodes.finish().get(0);

        assertThat(one.alarms()).isEqualTo(2);
        assertThat(one.lastRow()).isEqualTo(71);
        assertThat(one.peakRow()).isEqualTo(41);
    }

    @Test
    void channelsHaveTheirSharesAndSidesOfAllOfIt() {
        say(3, true, 1);
        say(3, false, 3);

        List<EpisodeChannel> channels = episodes.finish().get(0).channels();

        assertThat(channels).extracting(EpisodeChannel::channel).containsExactly(1, 0);
        assertThat(channels.get(0).share()).isEqualTo(0.75, within(1e-9));
        assertThat(channels.get(0).direction()).isEqualTo(Direction.DOWN);
        assertThat(channels.get(1).direction()).isEqualTo(Direction.UP);
        assertThat(channels.get(1).seen()).isEqualTo(9);
        assertThat(channels.get(1).expected()).isEqualTo(5);
        assertThat(channels.get(1).band()).isEqualTo(2);
    }

    @Test
    void twoAlarmsAreAsFarApartAsTheContractWants() {
        assertThat(Episodes.quietReadings(1, 300_000)).isEqualTo(100);
        assertThat(Episodes.quietReadings(1, 86_400_000)).isEqualTo(7);
        assertThat(Episodes.quietReadings(30, 86_400_000)).isEqualTo(2);
    }

    private void say(double score, boolean alarm, int readings) {
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
            episodes.take(row++, new double[] {9, 1}, said);
        }
    }
}
