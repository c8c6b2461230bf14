package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.HeldValues;
import io.hindsight.trainer.anchor.DecayFit;
import io.hindsight.trainer.anchor.DecayNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether values that mean less the longer ago they were are better than held ones, at hidden cells
 * of the validation part.
 *
 * @param numbers what was fitted; empty where held values are better
 * @param sentence for the person who trains
 */
public record DecayChoice(Optional<DecayNumbers> numbers, String sentence) {
    private static final long MOST_SLOTS = 1_000_000;

    /**
     * Fits and chooses.
     *
     * @param answered channels that a model answers, the first ones: errors count there alone
     * @param paceMillis the unit of time
     */
    public static DecayChoice of(
            int channels,
            int answered,
            long paceMillis,
            List<ZSeries> training,
            List<ZSeries> validation) {
        DecayNumbers numbers = new DecayFit(channels, paceMillis, training).fit();
        HiddenErrors errors = new HiddenErrors(channels, answered, validation, MOST_SLOTS);
        double decaying = errors.of(() -> numbers.newAnchor(paceMillis)).score();
        double held = errors.of(() -> new HeldValues(channels)).score();
        boolean better = decaying < held;
        return new DecayChoice(
                better ? Optional.of(numbers) : Optional.empty(),
                String.format(
                        Locale.ROOT,
                        "anchor: absolute plus squared error %.4f of values that lose their"
                                + " meaning, to 1/e within %s paces, %.4f of held ones: the"
                                + " student corrects %s",
                        decaying,
                        times(numbers, answered),
                        held,
                        better ? "the former" : "the latter"));
    }

    private static String times(DecayNumbers numbers, int answered) {
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        for (int d = 0; d < answered; d++) {
            least = Math.min(least, numbers.tau(d));
            most = Math.max(most, numbers.tau(d));
        }
        return String.format(Locale.ROOT, "%.3g to %.3g", least, most);
    }
}
