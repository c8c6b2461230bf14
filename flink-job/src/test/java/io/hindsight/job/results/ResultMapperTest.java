package io.hindsight.job.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.Direction;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.Peak;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.EpisodeChannel;
import io.hindsight.schemas.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultMapperTest {
    @Test
    void aScoredReadingSaysAllThatTheStepSaid() {
        StepResult step = new StepResult(2);
        step.eventTimeMillis = 99;
        step.score = 4f;
        step.suppressed = "service";
        fill(step, 0, 1.5, 1f, 0.1f, Float.NaN, 3f);
        fill(step, 1, Double.NaN, 2f, 0.2f, 2.5f, Float.NaN);

        assertThat(
                        ResultMapper.result(
                                "air", "s", new Answer(Answer.Status.SCORED, 7, step), 2, 50))
                .isEqualTo(
                        new Result(
                                "s",
                                "air",
                                99,
                                2,
                                50,
                                Result.SCORED,
                                7,
                                4f,
                                0,
                                "service",
                                List.of(
                                        new ChannelResult(1.5, 1f, 0.1f, Float.NaN, 3f),
                                        new ChannelResult(Double.NaN, 2f, 0.2f, 2.5f, Float.NaN))));
    }

    @Test
    void aWaitingReadingSaysWhatWasObserved() {
        float none = Float.NaN;
        StepResult observed = StepResult.ofObserved(99, new double[] {1.5, none});
        Answer waiting = new Answer(Answer.Status.WAITING, 0, observed);

        assertThat(ResultMapper.result("air", "s", waiting, 0, 0))
                .isEqualTo(
                        new Result(
                                "s",
                                "air",
                                99,
                                0,
                                0,
                                Result.WAITING,
                                0,
                                none,
                                List.of(
                                        new ChannelResult(1.5, none, none, none, none),
                                        new ChannelResult(Double.NaN, none, none, none, none))));
    }

    @Test
    void anEpisodeIsNamedAfterItsGroupItsSensorAndItsStart() {
        Peak peak = new Peak(40, 4.5f, 1, 9.5, 2f, 0.5f, 3 * 86_400_000L);
        io.hindsight.model.episode.EpisodeChannel heat =
                new io.hindsight.model.episode.EpisodeChannel(1, 1f, Direction.ABOVE, 9.5, 2f, 1f);
        EpisodeChange change =
                new EpisodeChange(
                        EpisodeChange.Phase.UPDATE,
                        new io.hindsight.model.episode.Episode(
                                io.hindsight.model.episode.Episode.Kind.SURPRISE,
                                30,
                                50,
                                4,
                                peak,
                                6.5,
                                List.of(heat)),
                        new ChannelNames(List.of("flow", "heat"), List.of("", "°C")));

        assertThat(ResultMapper.episode("air", "s", 7, change))
                .isEqualTo(
                        new Episode(
                                "air/s@30",
                                "s",
                                "air",
                                Episode.Kind.SURPRISE,
                                Episode.Phase.UPDATE,
                                30,
                                50,
                                40,
                                4.5f,
                                4,
                                1,
                                9.5,
                                2f,
                                0.5f,
                                7,
                                Episode.Severity.SEVERE,
                                6.5,
                                "heat at s: 9.5 where 2.0 ± 1.0 °C was expected; never so high in"
                                        + " 3 days",
                                List.of(
                                        new EpisodeChannel(
                                                1,
                                                "heat",
                                                "°C",
                                                1f,
                                                EpisodeChannel.Direction.ABOVE,
                                                9.5,
                                                2f,
                                                1f))));
    }

    @Test
    void aSilenceIsNamedSo() {
        EpisodeChange change =
                new EpisodeChange(
                        EpisodeChange.Phase.OPEN,
                        io.hindsight.model.episode.Episode.silence(30, 50, 3),
                        ChannelNames.UNKNOWN);
        Episode episode = ResultMapper.episode("air", "s", 7, change);
        assertThat(episode.id()).isEqualTo("air/s@30/silence");
        assertThat(episode.kind()).isEqualTo(Episode.Kind.SILENCE);
        assertThat(episode.channel()).isEqualTo(-1);
        assertThat(episode.severity()).isEqualTo(Episode.Severity.NONE);
        assertThat(episode.channels()).isEmpty();
        assertThat(episode.sentence()).startsWith("s has sent nothing since 1970-01-01T00:00:00");
    }

    private static void fill(
            StepResult step,
            int channel,
            double observed,
            float expected,
            float spread,
            float imputed,
            float score) {
        step.observed[channel] = observed;
        step.expected[channel] = expected;
        step.spread[channel] = spread;
        step.imputed[channel] = imputed;
        step.channelScore[channel] = score;
    }
}
