package io.hindsight.job.results;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.Peak;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Episode;
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
        Peak peak = change.peak();
        Episode.Kind kind = kind(change.kind());
        String id = group + "/" + sensor + "@" + change.startMillis();
        return new Episode(
                kind == Episode.Kind.SURPRISE ? id : id + "/" + kind.word(),
                sensor,
                group,
                kind,
                phase(change.phase()),
                change.startMillis(),
                change.endMillis(),
                peak.eventTimeMillis(),
                peak.score(),
                change.readings(),
                peak.channel(),
                peak.observed(),
                peak.expected(),
                peak.spread(),
                modelVersion);
    }

    private static Episode.Kind kind(EpisodeChange.Kind kind) {
        return switch (kind) {
            case SURPRISE -> Episode.Kind.SURPRISE;
            case SILENCE -> Episode.Kind.SILENCE;
        };
    }

    private static Episode.Phase phase(EpisodeChange.Phase phase) {
        return switch (phase) {
            case OPEN -> Episode.Phase.OPEN;
            case LOST -> Episode.Phase.LOST;
            case CLOSED -> Episode.Phase.CLOSED;
            case NEW_NORMAL -> Episode.Phase.NEW_NORMAL;
            case WITHDRAWN -> Episode.Phase.WITHDRAWN;
        };
    }
}
