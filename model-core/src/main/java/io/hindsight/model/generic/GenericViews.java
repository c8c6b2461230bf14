package io.hindsight.model.generic;

import io.hindsight.model.score.outside.OutsideViews;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One channel's views with the generic net beside them ({@link GenericBeside}). */
public final class GenericViews {
    private final GenericNet net;
    private final OutsideViews views;
    private final GenericBeside beside;

    /**
     * @param net may serve other channels of the same thread, too
     * @param readingsPerBeat as for {@link OutsideViews}
     * @param seasonMillis as for {@link OutsideViews}
     */
    public GenericViews(GenericNet net, int readingsPerBeat, long seasonMillis) {
        this(net, new OutsideViews(readingsPerBeat, seasonMillis), net.newState(readingsPerBeat));
    }

    private GenericViews(GenericNet net, OutsideViews views, GenericState state) {
        this.net = net;
        this.views = views;
        beside = new GenericBeside(net, true);
        beside.at(state);
    }

    /** What the next value is expected to be, by the net; NaN before the first one. */
    public double expect(long epochMillis) {
        double expected = views.expect(epochMillis);
        return beside.expect(expected, views.usual());
    }

    /** Scale of Student's t with four degrees of freedom around what is expected. */
    public double spread() {
        return beside.state().spread();
    }

    /** Log odds that the last reading belongs to an event. */
    public double logit() {
        return beside.state().logit();
    }

    /**
     * Takes the value that {@link #expect} was asked for, says its strength, and learns it.
     *
     * @param value finite
     * @param given what a trained model expected; NaN if there is none
     */
    public double take(double value, double given) {
        double strength = views.take(value, given);
        return strength + beside.take(value, views, strength);
    }

    /** One of the same that shares nothing but the net with this one. */
    public GenericViews copy() {
        return new GenericViews(net, views.copy(), beside.state().copy());
    }

    /** Everything but what it was made with. */
    public void write(DataOutput out) throws IOException {
        views.write(out);
        beside.state().write(out);
    }

    /**
     * @throws IOException if the bytes end early or are no such state
     */
    public void read(DataInput in) throws IOException {
        views.read(in);
        beside.at(GenericState.read(in));
    }
}
