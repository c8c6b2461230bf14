package io.hindsight.model.generic;

import io.hindsight.model.score.Beside;
import io.hindsight.model.score.outside.OutsideViews;

/**
 * The generic net beside a channel's views: to their strength comes what the net holds for likely,
 * {@value #WEIGHT} for each unit of log odds beyond {@value #BEGIN}, for {@value #UNITS} units at
 * most, in half units. The bound keeps a net that is very sure for long from hiding what comes
 * next, since prominence is measured beside the strongest so far; the half units keep odds that
 * creep up row by row from being a new rise each time.
 *
 * <p>It also has the net's forecast, which is better than the views' own. Measured in
 * docs/decisions/0017-one-net-for-any-channel.md.
 *
 * <p>One serves all channels of a thread, one after the other: what is known of a channel is in the
 * state that is set.
 */
public final class GenericBeside implements Beside {
    private static final double WEIGHT = 0.02;
    private static final double BEGIN = 1;
    private static final double UNITS = 2;
    private static final double STEPS = 2;

    /** What 95 % of Student's t with four degrees of freedom lie within, in scales. */
    private static final double BAND = 2.776;

    private final GenericNet net;
    private final boolean judges;
    private GenericState state;

    /**
     * @param judges whether odds come to the views' strength; else the forecast is all there is
     */
    public GenericBeside(GenericNet net, boolean judges) {
        this.net = net;
        this.judges = judges;
    }

    /**
     * Goes over to a channel.
     *
     * @param other what is known of it; null before its rhythm is known
     */
    public void at(GenericState other) {
        state = other;
    }

    /** What is known of the channel now; null before its rhythm is known. */
    public GenericState state() {
        return state;
    }

    @Override
    public void begin(int readingsPerBeat) {
        state = net.newState(readingsPerBeat);
    }

    @Override
    public double expect(double expected, double usual) {
        net.expect(state, expected, usual);
        return state.forecast();
    }

    @Override
    public double band(double band) {
        return BAND * state.spread();
    }

    @Override
    public double take(double value, OutsideViews views, double strength) {
        boolean says = state.isSettled();
        net.take(state, value, views, strength);
        return judges && says ? evidence(state.logit()) : 0;
    }

    static double evidence(double logit) {
        double units = Math.max(0, Math.min(UNITS, logit - BEGIN));
        return WEIGHT * Math.floor(STEPS * units) / STEPS;
    }
}
