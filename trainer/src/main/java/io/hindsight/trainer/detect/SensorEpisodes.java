package io.hindsight.trainer.detect;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.episode.Moment;
import io.hindsight.model.score.Judgement;
import io.hindsight.model.sensor.AlarmRules;
import java.util.ArrayList;
import java.util.List;

/** A sensor's episodes, by the rules that the job has where nobody says anything else. */
final class SensorEpisodes {
    private final EpisodeTracker tracker = AlarmRules.STANDARD.newEpisodes();
    private final EpisodeState state = new EpisodeState();
    private final ChannelNames names;
    private final boolean[] nothingIgnored;
    private final float[] expected;
    private final float[] spread;
    private final List<EpisodeChange> ended = new ArrayList<>();

    SensorEpisodes(List<String> channels) {
        names = ChannelNames.of(channels);
        nothingIgnored = new boolean[channels.size()];
        expected = new float[channels.size()];
        spread = new float[channels.size()];
    }

    /** Takes the sensor's next reading that has a score. */
    void take(long timeMillis, double[] values, Judgement said) {
        for (int j = 0; j < values.length; j++) {
            expected[j] = (float) said.expected[j];
            spread[j] = (float) (said.band[j] / 2);
        }
        Moment moment =
                new Moment(
                        timeMillis,
                        said.alarm,
                        (float) said.score,
                        strongest(values, said.share),
                        nothingIgnored,
                        said.share,
                        values,
                        expected,
                        spread,
                        said.beyond,
                        said.pastMillis);
        tracker.update(state, moment, names).stream()
                .filter(change -> !change.phase().goesOn())
                .forEach(ended::add);
    }

    /** The observed channel with the largest share; −1 if nothing was observed. */
    private static int strongest(double[] values, float[] share) {
        int strongest = -1;
        for (int j = 0; j < values.length; j++) {
            if (!Double.isNaN(values[j]) && (strongest < 0 || share[j] > share[strongest])) {
                strongest = j;
            }
        }
        return strongest;
    }

    /** How each of them ended, the one that is still open included. */
    List<EpisodeChange> finish() {
        ended.addAll(tracker.close(state, names));
        return List.copyOf(ended);
    }
}
