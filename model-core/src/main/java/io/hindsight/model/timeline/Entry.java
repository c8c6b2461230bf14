package io.hindsight.model.timeline;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeChannel;
import io.hindsight.model.sensor.PastInput;
import java.util.List;

/**
 * A slot in a sensor's journal. Immutable.
 *
 * @param eventTimeMillis of the slot
 * @param input the reading, null in a slot without one
 * @param said of it; where it is kept because of a gap, {@link KeptAnswer#said} counts
 * @param keptNumber under which it is kept, −1 if it is not
 * @param changes digest of the changes of episodes that it made, 0 for none
 * @param opened whether an episode of surprise was opened by it
 * @param silentSince start of the silence that it opened, {@link Long#MIN_VALUE} if it opened none
 */
public record Entry(
        long eventTimeMillis,
        PastInput input,
        Said said,
        long keptNumber,
        long changes,
        boolean opened,
        long silentSince) {
    static final long NOT_KEPT = -1;
    static final long NO_SILENCE = Long.MIN_VALUE;

    static Entry of(
            long eventTimeMillis,
            PastInput input,
            Said said,
            long keptNumber,
            List<EpisodeChange> changes) {
        boolean opened = false;
        long silentSince = NO_SILENCE;
        long digest = 0;
        for (EpisodeChange change : changes) {
            digest = digest(digest + 1, change);
            if (change.phase() == EpisodeChange.Phase.OPEN) {
                Episode episode = change.episode();
                opened |= episode.isSurprise();
                silentSince = episode.isSurprise() ? silentSince : episode.startMillis();
            }
        }
        return new Entry(eventTimeMillis, input, said, keptNumber, digest, opened, silentSince);
    }

    private static long digest(long before, EpisodeChange change) {
        Episode episode = change.episode();
        long digest = Answer.mix(before, episode.kind().name().hashCode());
        digest = Answer.mix(digest, change.phase().name().hashCode());
        digest = Answer.mix(digest, episode.startMillis());
        digest = Answer.mix(digest, episode.endMillis());
        digest = Answer.mix(digest, episode.readings());
        digest = Answer.mix(digest, episode.peak().eventTimeMillis());
        digest = Answer.mix(digest, Float.floatToIntBits(episode.peak().score()));
        digest = Answer.mix(digest, Double.doubleToLongBits(episode.peak().observed()));
        digest = Answer.mix(digest, Float.floatToIntBits(episode.peak().expected()));
        digest = Answer.mix(digest, Float.floatToIntBits(episode.peak().spread()));
        digest = Answer.mix(digest, episode.peak().neverSoMillis());
        digest = Answer.mix(digest, Double.doubleToLongBits(episode.lasting()));
        for (EpisodeChannel channel : episode.channels()) {
            digest = Answer.mix(digest, channel.channel());
            digest = Answer.mix(digest, channel.direction().name().hashCode());
            digest = Answer.mix(digest, Float.floatToIntBits(channel.share()));
            digest = Answer.mix(digest, Double.doubleToLongBits(channel.observed()));
        }
        return digest;
    }

    Entry with(Said other) {
        return new Entry(eventTimeMillis, input, other, keptNumber, changes, opened, silentSince);
    }

    boolean isReading() {
        return input != null;
    }
}
