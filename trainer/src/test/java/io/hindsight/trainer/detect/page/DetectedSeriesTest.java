package io.hindsight.trainer.detect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.model.episode.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectedSeriesTest {
    private static final ScoredRows ROWS = rows(0, 10, 20, 30);

    @Test
    void channelsWithTheLargestSharesOfAlarmsComeFirst() {
        DetectedSeries series =
                series(
                        3,
                        episode(false, new ChannelShare(2, 0.8, Direction.ABOVE)),
                        episode(true, new ChannelShare(0, 1, Direction.ABOVE)),
                        episode(false, new ChannelShare(1, 0.3, Direction.BELOW)));

        assertThat(ChannelOrder.of(series)).containsExactly(2, 1, 0);
    }

    @Test
    void anEpisodeSaysHowLongItWas() {
        assertThat(when(0)).isEqualTo("1970-01-01 00:00");
        assertThat(when(1500)).isEqualTo("1970-01-01 00:00, 1.50 s");
        assertThat(when(35 * 60_000)).isEqualTo("1970-01-01 00:00, 35 min");
        assertThat(when(90_000)).isEqualTo("1970-01-01 00:00, 1 min 30 s");
        assertThat(when(7_500_000)).isEqualTo("1970-01-01 00:00, 2 h 05 min");
        assertThat(when(266_400_000)).isEqualTo("1970-01-01 00:00, 3 days 2 h");
    }

    private static String when(long length) {
        DetectedEpisode episode =
                new DetectedEpisode("e", 0, length, 0, 1, "", List.of(), false, false);
        return new EpisodeWords(series(1, episode), episode, 1).when();
    }

    @Test
    void anIntervalIsWhatMostRowsKeep() {
        assertThat(ROWS.intervalMillis()).isEqualTo(10);
        assertThat(rows(0, 10, 20, 30, 40, 900).intervalMillis()).isEqualTo(10);
        assertThat(rows(0, 10, 25, 27, 40, 41).intervalMillis()).isZero();
        assertThat(rows(5).intervalMillis()).isZero();
    }

    @Test
    void refusesPartsOfOtherRowsOrChannels() {
        assertThatThrownBy(() -> rows(0, 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timesMillis must ascend: row 2 has 5 after 5");
        assertThatThrownBy(() -> series(1, episode(false, new ChannelShare(1, 1, Direction.ABOVE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel of episode e must be below 1: 1");
        assertThatThrownBy(() -> new ChannelShare(0, 1.5, Direction.ABOVE))
                .hasMessage("share must be 0 to 1: 1.5");
        assertThatThrownBy(() -> new LabelWindow(5, 4))
                .hasMessage("endMillis must not be before beginMillis: 4, 5");
        assertThatThrownBy(
                        () ->
                                new DetectedSeries(
                                        "s",
                                        ROWS,
                                        List.of(
                                                new DetectedChannel(
                                                        "c", new double[3], Optional.empty())),
                                        List.of(),
                                        List.of(),
                                        new AlarmFigures(4, 0, OptionalLong.empty())))
                .hasMessage("values of channel c must be as many as rows, 4: 3");
    }

    private static ScoredRows rows(long... times) {
        RowStatus[] statuses = new RowStatus[times.length];
        Arrays.fill(statuses, RowStatus.SCORED);
        return new ScoredRows(times, new double[times.length], statuses);
    }

    private static DetectedEpisode episode(boolean suppressed, ChannelShare share) {
        return new DetectedEpisode("e", 10, 20, 10, 1, "", List.of(share), false, suppressed);
    }

    private static DetectedSeries series(int channels, DetectedEpisode... episodes) {
        List<DetectedChannel> made =
                IntStream.range(0, channels)
                        .mapToObj(
                                k -> new DetectedChannel("c" + k, new double[4], Optional.empty()))
                        .toList();
        return new DetectedSeries(
                "s",
                ROWS,
                made,
                List.of(episodes),
                List.of(),
                new AlarmFigures(4, Double.NaN, OptionalLong.empty()));
    }
}
