package io.hindsight.model.score;

import io.hindsight.model.score.outside.OutsideViews;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A sensor of one channel: how far outside of its past, and how far that stands out. */
final class OneChannel implements Sight {
    private final int readingsPerBeat;
    private final OutsideViews views;
    private final Prominence prominence;

    OneChannel(int readingsPerBeat, long seasonMillis, Allowance allowance) {
        this.readingsPerBeat = readingsPerBeat;
        views = new OutsideViews(readingsPerBeat, seasonMillis);
        prominence = new Prominence(readingsPerBeat, allowance.quietReadings());
    }

    @Override
    public boolean look(long epochMillis, double[] values, double[] given, Judgement out) {
        double expected = views.expect(epochMillis);
        out.expected[0] = Double.isNaN(given[0]) ? expected : given[0];
        out.band[0] = views.band();
        if (Double.isNaN(values[0])) {
            return false;
        }
        out.strength = views.take(values[0], given[0], true);
        out.prominence = prominence.of(out.strength);
        out.share[0] = out.strength > 0 ? 1 : 0;
        return true;
    }

    @Override
    public double without(int channel) {
        return 0;
    }

    @Override
    public double spread(double strength) {
        return strength;
    }

    @Override
    public int readingsPerBeat() {
        return readingsPerBeat;
    }

    @Override
    public void copyFrom(Sight other) {
        views.copyFrom(((OneChannel) other).views);
        prominence.copyFrom(((OneChannel) other).prominence);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        views.write(out);
        prominence.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        views.read(in);
        prominence.read(in);
    }
}
