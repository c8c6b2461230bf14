package io.hindsight.model.anchor;

import io.hindsight.model.series.Season;

/**
 * The shape of an anchor: everything about it but its numbers.
 *
 * @param kind what it is; unless that is a filter the rest means nothing
 * @param order p, past slots that the filter regresses on, 1 to {@value #LARGEST_ORDER}
 * @param form how much covariance it keeps
 * @param season of its profiles
 * @param rates number of running profiles, each with a rate of its own
 */
public record AnchorSpec(AnchorKind kind, int order, FilterForm form, Season season, int rates) {
    public static final int LARGEST_ORDER = 8;
    public static final int MOST_RATES = 4;

    /** Held values. */
    public static final AnchorSpec NONE =
            new AnchorSpec(AnchorKind.NONE, 1, FilterForm.CHEAP, Season.NONE, 1);

    /** Decaying values. */
    public static final AnchorSpec DECAY =
            new AnchorSpec(AnchorKind.DECAY, 1, FilterForm.CHEAP, Season.NONE, 1);

    public AnchorSpec {
        if (order < 1 || order > LARGEST_ORDER || rates < 1 || rates > MOST_RATES) {
            throw new IllegalArgumentException(
                    "an anchor must have order 1 to "
                            + LARGEST_ORDER
                            + " and 1 to "
                            + MOST_RATES
                            + " rates: order="
                            + order
                            + ", rates="
                            + rates);
        }
    }

    /** Whether the running profiles of both have the same bins. */
    public boolean hasSeasonOf(AnchorSpec other) {
        return season.equals(other.season);
    }

    /** Slots whose profile value enters a prediction, this one included. */
    public int profileLags() {
        return order + 1;
    }

    /** Slots whose values the covariance is of. */
    public int covarianceSlots() {
        return form == FilterForm.FULL ? order : 1;
    }
}
