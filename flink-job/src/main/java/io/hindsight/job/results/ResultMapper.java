package io.hindsight.job.results;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.Direction;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeSentence;
import io.hindsight.model.episode.Peak;
import io.hindsight.model.episode.Severity;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.EpisodeChannel;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.List;

/** From what a timeline says to the records that others read. */
public final class ResultMapper {
    private ResultMapper() {}

    /** What is said of a slot. */
    public static Result result(
            String group, String sensor, Answer answer, int revision, long waitedMillis) {
        StepResult step = answer.result();
        List<ChannelResult> channels = new ArrayList<>(step.channelCount());
        for (int d = 0; d < step.channelCount(); d++) {
            channels.add(
                    new ChannelResult(
                            step.observed[d],
                            step.expected[d],
                            step.spread[d],
                            step.imputed[d],
                            step.channelScore[d],
                            step.share[d],
                            step.without[d]));
        }
        return new Result(
                sensor,
                group,
                answer.eventTimeMillis(),
                revision,
                waitedMillis,
                status(answer.status()),
                answer.modelVersion(),
                step.score,
                step.warming,
                step.suppressed,
                channels);
    }

    private static String status(Answer.Status status) {
        return switch (status) {
            case WAITING -> Result.WAITING;
            case SCORED -> Result.SCORED;
            case MISSING -> Result.MISSING;
            case LOST -> Result.LOST;
            case WITHDRAWN -> Result.WITHDRAWN;
        };
    }

    /** What happened to an episode. Its id is group, sensor, start and, of a silence, that. */
    public static Episode episode(
            String group, String sensor, long modelVersion, EpisodeChange change) {
        io.hindsight.model.episode.Episode told = change.episode();
        Peak peak = told.peak();
        Episode.Kind kind = kind(told.kind());
        String id = group + "/" + sensor + "@" + told.startMillis();
        return new Episode(
                kind == Episode.Kind.SURPRISE ? id : id + "/" + kind.word(),
                sensor,
                group,
                kind,
                phase(change.phase()),
                told.startMillis(),
                told.endMillis(),
                peak.eventTimeMillis(),
                peak.score(),
                told.readings(),
                peak.channel(),
                peak.observed(),
                peak.expected(),
                peak.spread(),
                modelVersion,
                peak.channel() < 0 ? Episode.Severity.NONE : severity(peak.severity()),
                told.lasting(),
                EpisodeSentence.of(sensor, change),
                told.channels().stream().map(each -> channel(each, change.names())).toList());
    }

    private static EpisodeChannel channel(
            io.hindsight.model.episode.EpisodeChannel channel, ChannelNames names) {
        return new EpisodeChannel(
                channel.channel(),
                names.name(channel.channel()),
                names.unit(channel.channel()),
                channel.share(),
                direction(channel.direction()),
                channel.observed(),
                channel.expected(),
                channel.halfWidth());
    }

    private static EpisodeChannel.Direction direction(Direction direction) {
        return switch (direction) {
            case ABOVE -> EpisodeChannel.Direction.ABOVE;
            case BELOW -> EpisodeChannel.Direction.BELOW;
            case BOTH -> EpisodeChannel.Direction.BOTH;
        };
    }

    private static Episode.Severity severity(Severity severity) {
        return switch (severity) {
            case MINOR -> Episode.Severity.MINOR;
            case MODERATE -> Episode.Severity.MODERATE;
            case SEVERE -> Episode.Severity.SEVERE;
            case EXTREME -> Episode.Severity.EXTREME;
        };
    }

    private static Episode.Kind kind(io.hindsight.model.episode.Episode.Kind kind) {
        return switch (kind) {
            case SURPRISE -> Episode.Kind.SURPRISE;
            case SILENCE -> Episode.Kind.SILENCE;
        };
    }

    private static Episode.Phase phase(EpisodeChange.Phase phase) {
        return switch (phase) {
            case OPEN -> Episode.Phase.OPEN;
            case UPDATE -> Episode.Phase.UPDATE;
            case LOST -> Episode.Phase.LOST;
            case CLOSED -> Episode.Phase.CLOSED;
            case NEW_NORMAL -> Episode.Phase.NEW_NORMAL;
            case WITHDRAWN -> Episode.Phase.WITHDRAWN;
        };
    }
}
