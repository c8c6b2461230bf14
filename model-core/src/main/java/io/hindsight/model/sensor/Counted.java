package io.hindsight.model.sensor;

import io.hindsight.model.score.Surprise;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppression;
import io.hindsight.model.suppress.Suppressor;
import java.util.List;
import java.util.Optional;

/**
 * What counts of a reading's surprise for its sensor's alarms: that of the channels whose deviation
 * no rule ignores. The others are as if they had been what was expected of them.
 *
 * @param score NaN if nothing was scored, 0 if nothing counts
 * @param channel the strongest that counts, −1 if there is none
 * @param by where nothing counts, the rule that ignores the strongest channel
 */
record Counted(float score, int channel, Optional<Rule> by) {

    /**
     * @param channels names of the model's channels, the answered ones first
     */
    static Counted of(StepResult result, List<String> channels, Suppressor suppressor) {
        Optional<Suppression> acting = suppressor.at(result.eventTimeMillis);
        int strongest = result.strongestChannel();
        if (acting.isEmpty() || strongest < 0) {
            return new Counted(result.score, strongest, Optional.empty());
        }
        int scored = 0;
        int counted = -1;
        Optional<Rule> by = Optional.empty();
        for (int d = 0; d < result.channelCount(); d++) {
            if (Float.isNaN(result.channelScore[d])) {
                continue;
            }
            scored++;
            Optional<Rule> rule = ignoring(acting.get(), suppressor.sensor(), result, channels, d);
            by = d == strongest ? rule : by;
            if (rule.isEmpty() && isStronger(result, d, counted)) {
                counted = d;
            }
        }
        if (counted < 0) {
            return new Counted(0, -1, by);
        }
        float score = Surprise.ofReading(result.channelScore[counted], scored);
        return new Counted(counted == strongest ? result.score : score, counted, Optional.empty());
    }

    private static Optional<Rule> ignoring(
            Suppression acting, String sensor, StepResult result, List<String> channels, int d) {
        return acting.ignoring(
                sensor,
                result.eventTimeMillis,
                channels.get(d),
                result.observed[d],
                result.expected[d]);
    }

    private static boolean isStronger(StepResult result, int channel, int than) {
        return than < 0 || result.channelScore[channel] > result.channelScore[than];
    }
}
