package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last beats of a channel: sums of values and of steps for each whole beat, and the values of
 * the last {@value Lags#COUNT} beats. A step is the distance from the value one beat ago.
 */
final class Recent implements Lags {
    static final int SHORT_BEATS = 24;
    static final int LONG_BEATS = 48;

    private final int readingsPerBeat;
    private final float[] values;
    private final float[] valueSums = new float[LONG_BEATS];
    private final float[] stepSums = new float[SHORT_BEATS];
    private int readings;
    private int beats;
    private int inBeat;
    private double valueSum;
    private double stepSum;

    Recent(int readingsPerBeat) {
        this.readingsPerBeat = readingsPerBeat;
        values = new float[COUNT * readingsPerBeat + 1];
    }

    @Override
    public double lag(int beatsAgo) {
        int readingsAgo = beatsAgo * readingsPerBeat;
        return readingsAgo > readings
                ? Double.NaN
                : values[Math.floorMod(readings - readingsAgo, values.length)];
    }

    @Override
    public double last() {
        return values[Math.floorMod(readings - 1, values.length)];
    }

    /** Takes the next reading's value in, and its step: 0 while there is no value a beat ago. */
    double add(double value) {
        double before = lag(1);
        double step = Double.isNaN(before) ? 0 : Math.abs(value - before);
        values[readings % values.length] = (float) value;
        readings++;
        valueSum += value;
        stepSum += step;
        inBeat++;
        if (inBeat == readingsPerBeat) {
            valueSums[beats % LONG_BEATS] = (float) valueSum;
            stepSums[beats % SHORT_BEATS] = (float) stepSum;
            beats++;
            inBeat = 0;
            valueSum = 0;
            stepSum = 0;
        }
        return step;
    }

    /** Mean value of the last beats: whole ones and the one that has begun. */
    double meanValue(int last) {
        return mean(valueSums, valueSum, last);
    }

    double meanStep() {
        return mean(stepSums, stepSum, SHORT_BEATS);
    }

    private double mean(float[] sums, double begun, int last) {
        int whole = Math.min(last, beats);
        double sum = begun;
        for (int i = 1; i <= whole; i++) {
            sum += sums[(beats - i) % sums.length];
        }
        return sum / (whole * (double) readingsPerBeat + inBeat);
    }

    @Override
    public int readings() {
        return readings;
    }

    void copyFrom(Recent other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.valueSums, 0, valueSums, 0, LONG_BEATS);
        System.arraycopy(other.stepSums, 0, stepSums, 0, SHORT_BEATS);
        readings = other.readings;
        beats = other.beats;
        inBeat = other.inBeat;
        valueSum = other.valueSum;
        stepSum = other.stepSum;
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, values);
        Floats.write(out, valueSums);
        Floats.write(out, stepSums);
        out.writeInt(readings);
        out.writeInt(beats);
        out.writeByte(inBeat);
        out.writeDouble(valueSum);
        out.writeDouble(stepSum);
    }

    void read(DataInput in) throws IOException {
        Floats.read(in, values);
        Floats.read(in, valueSums);
        Floats.read(in, stepSums);
        readings = in.readInt();
        beats = in.readInt();
        inBeat = in.readUnsignedByte();
        valueSum = in.readDouble();
        stepSum = in.readDouble();
    }
}
