package io.hindsight.job.results;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.Peak;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.List;

/** From what the step says to the records that others read. */
public final class ResultMapper {
    private static final int CAUSAL = 0;
    private static final long NO_MODEL = 0;

    private ResultMapper() {}

    /** A reading that was scored. */
    public static Result scored(Reading reading, long modelVersion, StepResult step) {
        List<ChannelResult> channels = new ArrayList<>(step.channelCount());
        for (int d = 0; d < step.channelCount(); d++) {
            channels.add(
                    new ChannelResult(
                            step.observed[d],
                            step.expected[d],
                            step.spread[d],
                            step.imputed[d],
                            step.channelScore[d]));
        }
        return new Result(
                reading.sensor(),
                reading.group(),
                reading.eventTimeMillis(),
                CAUSAL,
                Result.SCORED,
                modelVersion,
                step.score,
                channels);
    }

    /** A reading that waits for its group's first model: what was observed, and nothing else. */
    public static Result waiting(Reading reading) {
        List<ChannelResult> channels = new ArrayList<>(reading.values().length);
        for (double observed : reading.values()) {
            channels.add(new ChannelResult(observed, Float.NaN, Float.NaN, Float.NaN, Float.NaN));
        }
        return new Result(
                reading.sensor(),
                reading.group(),
                reading.eventTimeMillis(),
                CAUSAL,
                Result.WAITING,
                NO_MODEL,
                Float.NaN,
                channels);
    }

    /** An episode that was opened or closed by a reading. Its id is group, sensor and start. */
    public static Episode episode(Reading reading, long modelVersion, EpisodeChange change) {
        Peak peak = change.peak();
        return new Episode(
                reading.group() + "/" + reading.sensor() + "@" + change.startMillis(),
                reading.sensor(),
                reading.group(),
                switch (change.phase()) {
                    case OPEN -> Episode.Phase.OPEN;
                    case CLOSED -> Episode.Phase.CLOSED;
                },
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
}
