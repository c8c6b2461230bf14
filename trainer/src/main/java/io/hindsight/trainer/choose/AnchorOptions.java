package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.FilterForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is given of an anchor; what is empty is chosen.
 *
 * @param kind what it is
 * @param order past slots that the filter regresses on
 * @param form how much covariance the filter keeps
 * @param ridge weight of the filter's centre beside the data, in slots
 * @param rates of the running profiles, for a season; an empty list is chosen
 * @param rounds of the fit
 * @param threads to run on; changes no result
 */
public record AnchorOptions(
        AnchorKind kind,
        OptionalInt order,
        Optional<FilterForm> form,
        OptionalDouble ridge,
        List<Double> rates,
        OptionalInt rounds,
        int threads) {

    public AnchorOptions {
        rates = List.copyOf(rates);
    }
}
