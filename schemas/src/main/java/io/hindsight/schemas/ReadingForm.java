package io.hindsight.schemas;

import java.io.IOException;
import java.util.Arrays;

/** Schema {@code reading/v1.avsc}. */
final class ReadingForm implements Form<Reading> {

    private static final double[] NO_VALUES = new double[0];

    @Override
    public void write(Reading reading, BodyWriter out) throws IOException {
        out.writeString(reading.sensor());
        out.writeString(reading.group());
        out.writeLong(reading.eventTimeMillis());
        double[] values = reading.values();
        out.startArray(values.length);
        for (int channel = 0; channel < values.length; channel++) {
            if (channel == reading.firstNotFinite()) {
                out.writePresence(true);
                out.writeDouble(values[channel]);
            } else {
                out.writeDoubleUnlessNaN(values[channel]);
            }
        }
        out.endArray();
    }

    @Override
    public Reading read(BodyReader in) throws IOException {
        String sensor = in.readString("sensor");
        String group = in.readString("group");
        long eventTimeMillis = in.readLong("eventTimeMillis");
        double[] values = NO_VALUES;
        int firstNotFinite = Reading.NONE;
        int channel = 0;
        for (int items = in.readBlock("values"); items != 0; items = in.readBlock("values")) {
            int end = channel + items;
            values =
                    end > values.length
                            ? Arrays.copyOf(values, Math.max(end, 2 * channel))
                            : values;
            for (; channel < end; channel++) {
                boolean present = in.readPresence("values");
                values[channel] = present ? in.readDouble("values") : Double.NaN;
                if (present
                        && firstNotFinite == Reading.NONE
                        && !Double.isFinite(values[channel])) {
                    firstNotFinite = channel;
                }
            }
        }
        double[] exact = channel == values.length ? values : Arrays.copyOf(values, channel);
        return new Reading(sensor, group, eventTimeMillis, exact, firstNotFinite);
    }
}
