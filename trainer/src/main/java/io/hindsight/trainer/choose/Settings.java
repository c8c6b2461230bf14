package io.hindsight.trainer.choose;

import java.util.List;

/**
 * What makes a candidate, before it is fitted.
 *
 * @param order past slots that it regresses on
 * @param ridge weight of its centre beside the data, in slots
 * @param rates of its running profiles, for a season
 */
record Settings(int order, double ridge, List<Double> rates) {
    static Settings of(Candidate candidate) {
        return new Settings(candidate.order(), candidate.ridge(), candidate.rates());
    }
}
