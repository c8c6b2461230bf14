package io.hindsight.model.sensor;

import io.hindsight.model.episode.Moment;
import io.hindsight.model.score.Judgement;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppression;
import io.hindsight.model.suppress.Suppressor;
import java.util.List;
import java.util.Optional;

/**
 * Which channels of a reading count for their sensor's alarms: those whose deviation no rule
 * ignores. The others are as if they had been what was expected of them.
 *
 * @param ignored channels [D] that do not count
 * @param by the rule that ignores each of them [D], null where none does; null if there are no
 *     rules
 * @param isAny whether a channel that was scored counts
 */
@SuppressWarnings("ArrayRecordComponent")
record Counted(boolean[] ignored, Rule[] by, boolean isAny) {

    /**
     * @param result with what was observed, expected and scored of each channel
     * @param channels names of the model's channels, the answered ones first
     */
    static Counted of(StepResult result, List<String> channels, Suppressor suppressor) {
        Optional<Suppression> acting = suppressor.at(result.eventTimeMillis);
        boolean[] ignored = new boolean[result.channelCount()];
        if (acting.isEmpty()) {
            return new Counted(ignored, null, true);
        }
        Rule[] by = new Rule[result.channelCount()];
        boolean isAny = false;
        for (int d = 0; d < result.channelCount(); d++) {
            if (!Float.isNaN(result.channelScore[d])) {
                by[d] = ignoring(acting.get(), suppressor.sensor(), result, channels, d);
                ignored[d] = by[d] != null;
                isAny |= !ignored[d];
            }
        }
        return new Counted(ignored, by, isAny);
    }

    /** Name of the rule that ignores the strangest channel, where no channel counts; else null. */
    String suppressedBy(StepResult result) {
        int strongest = result.strongestChannel();
        return isAny || strongest < 0 ? null : by[strongest].name();
    }

    /** The reading as its sensor's episodes look at it. */
    Moment moment(StepResult result, Judgement judgement) {
        return new Moment(
                result.eventTimeMillis,
                judgement.alarm,
                (float) judgement.counted,
                result.strongestChannel(ignored),
                ignored,
                result.share,
                result.observed,
                result.expected,
                result.spread,
                judgement.beyond,
                judgement.pastMillis);
    }

    private static Rule ignoring(
            Suppression acting, String sensor, StepResult result, List<String> channels, int d) {
        return acting.ignoring(
                        sensor,
                        result.eventTimeMillis,
                        channels.get(d),
                        result.observed[d],
                        result.expected[d])
                .orElse(null);
    }
}
