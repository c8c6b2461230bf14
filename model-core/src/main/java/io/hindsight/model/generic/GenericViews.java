package io.hindsight.model.generic;

import io.hindsight.model.score.outside.OutsideViews;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One channel's views with the generic net beside them: to their strength comes what the net holds
 * for likely, {@value #WEIGHT} for each unit of log odds beyond {@value #BEGIN}, for {@value
 * #UNITS} units at most, in half units. The bound keeps a net that is very sure for long from
 * hiding what comes next, since prominence is measured beside the strongest so far; the half units
 * keep odds that creep up row by row from being a new rise each time.
 *
 * <p>It also has the net's forecast, which is better than the views' own. Measured in
 * docs/decisions/0017-one-net-for-any-channel.md.
 */
public final class GenericViews {
    private static final double WEIGHT = 0.02;
    private static final double BEGIN = 1;
    private static final double UNITS = 2;
    private static final double STEPS = 2;

    private final GenericNet net;
    private final OutsideViews views;
    private final GenericState state;
    private final int readingsPerBeat;
    private int readings;

    /**
     * @param net may serve other channels of the same thread, too
     * @param readingsPerBeat as for {@link OutsideViews}
     * @param seasonMillis as for {@link OutsideViews}
     */
    public GenericViews(GenericNet net, int readingsPerBeat, long seasonMillis) {
        this(net, new OutsideViews(readingsPerBeat, seasonMillis), readingsPerBeat);
    }

    private GenericViews(GenericNet net, OutsideViews views, int readingsPerBeat) {
        this.net = net;
        this.views = views;
        this.state = net.newState(readingsPerBeat);
        this.readingsPerBeat = readingsPerBeat;
    }

    /** What the next value is expected to be, by the net; NaN before the first one. */
    public double expect(long epochMillis) {
        double expected = views.expect(epochMillis);
        net.expect(state, expected, views.usual());
        return state.forecast();
    }

    /** Scale of Student's t with four degrees of freedom around what is expected. */
    public double spread() {
        return state.spread();
    }

    /** Log odds that the last reading belongs to an event. */
    public double logit() {
        return state.logit();
    }

    /**
     * Takes the value that {@link #expect} was asked for, says its strength, and learns it.
     *
     * @param value finite
     * @param given what a trained model expected; NaN if there is none
     */
    public double take(double value, double given) {
        double strength = views.take(value, given);
        net.take(state, value, views, strength);
        boolean says = readings >= OutsideViews.BEATS_BEFORE * readingsPerBeat;
        readings = says ? readings : readings + 1;
        return says ? strength + evidence(state.logit()) : strength;
    }

    static double evidence(double logit) {
        double units = Math.max(0, Math.min(UNITS, logit - BEGIN));
        return WEIGHT * Math.floor(STEPS * units) / STEPS;
    }

    /** One of the same that shares nothing but the net with this one. */
    public GenericViews copy() {
        GenericViews copy = new GenericViews(net, views.copy(), readingsPerBeat);
        copy.state.copyFrom(state);
        copy.readings = readings;
        return copy;
    }

    /** Everything but what it was made with. */
    public void write(DataOutput out) throws IOException {
        views.write(out);
        state.write(out);
        out.writeInt(readings);
    }

    /**
     * @throws IOException if the bytes end early or are no such state
     */
    public void read(DataInput in) throws IOException {
        views.read(in);
        state.read(in);
        readings = in.readInt();
    }
}
