package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeState;

/**
 * All that is kept of one sensor and touched by each reading: the live object. {@link
 * SensorStateCodec} is its way to bytes; {@link Sensor} is the only one that changes it.
 */
public final class SensorState {
    /** Event time of the last accepted reading; {@link Long#MIN_VALUE} before the first. */
    long lastEventTimeMillis = Long.MIN_VALUE;

    /** Readings accepted so far; the next one goes to this place of the history's ring. */
    long readings;

    /** Version of the model whose memory this is, 0 for none. */
    long modelVersion;

    /** The model's memory, null while there has been no model. */
    ModelMemory memory;

    /** The open episode, if any. */
    EpisodeState episode = new EpisodeState();

    public long lastEventTimeMillis() {
        return lastEventTimeMillis;
    }

    public long readings() {
        return readings;
    }

    public long modelVersion() {
        return modelVersion;
    }
}
