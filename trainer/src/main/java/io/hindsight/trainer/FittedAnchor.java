package io.hindsight.trainer;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.HeldValues;
import io.hindsight.trainer.anchor.DecayNumbers;
import io.hindsight.trainer.choose.AnchorChoice;
import io.hindsight.trainer.choose.Candidate;
import io.hindsight.trainer.choose.DecayChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a student corrects, chosen and fitted.
 *
 * @param anchors makes one for one thread
 * @param parameters by the bundle's names
 * @param filter how it was chosen, if it is a filter
 * @param notes sentences for the person who trains
 */
record FittedAnchor(
        AnchorSpec spec,
        Supplier<Anchor> anchors,
        Map<String, float[]> parameters,
        Optional<AnchorChoice> filter,
        List<String> notes) {

    static FittedAnchor of(Ground ground, TrainingOptions options) {
        return switch (options.anchor()) {
            case NONE -> held(ground, List.of());
            case DECAY -> decaying(ground);
            case SEASONAL, FILTER -> filter(ground, options);
        };
    }

    private static FittedAnchor held(Ground ground, List<String> notes) {
        int channels = ground.data().channels().size();
        return new FittedAnchor(
                AnchorSpec.NONE, () -> new HeldValues(channels), Map.of(), Optional.empty(), notes);
    }

    private static FittedAnchor decaying(Ground ground) {
        long pace = ground.data().paceMillis();
        DecayChoice choice =
                DecayChoice.of(
                        ground.data().channels().size(),
                        ground.data().predicted().size(),
                        pace,
                        ground.training(),
                        ground.validation());
        List<String> notes = List.of(choice.sentence());
        if (choice.numbers().isEmpty()) {
            return held(ground, notes);
        }
        DecayNumbers numbers = choice.numbers().get();
        return new FittedAnchor(
                AnchorSpec.DECAY,
                () -> numbers.newAnchor(pace),
                numbers.parameters(),
                Optional.empty(),
                notes);
    }

    private static FittedAnchor filter(Ground ground, TrainingOptions options) {
        AnchorChoice choice =
                AnchorChoice.of(
                        ground.data().channels().size(),
                        ground.data().predicted().size(),
                        ground.season(),
                        options.anchorOptions(),
                        ground.training(),
                        ground.validation());
        return new FittedAnchor(
                choice.spec(),
                () -> choice.numbers().newFilter(),
                choice.numbers().parameters(),
                Optional.of(choice),
                List.of());
    }

    /** What was tried of a filter's shapes. */
    List<Candidate> candidates() {
        return filter.map(AnchorChoice::candidates).orElse(List.of());
    }
}
