package io.hindsight.schemas;

import io.hindsight.schemas.ModelTimes.Time;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code model-times/v2.avsc}. */
final class ModelTimesForm implements Form<ModelTimes> {

    @Override
    public void write(ModelTimes times, BodyWriter out) throws IOException {
        out.writeString(times.group());
        write(times.times(), out);
        write(times.suppressions(), out);
    }

    private static void write(List<Time> times, BodyWriter out) throws IOException {
        out.startArray(times.size());
        for (Time time : times) {
            out.writeInt(time.number());
            out.writeLong(time.fromMillis());
        }
        out.endArray();
    }

    @Override
    public ModelTimes read(BodyReader in) throws IOException {
        return new ModelTimes(in.readString("group"), read("times", in), read("suppressions", in));
    }

    private static List<Time> read(String field, BodyReader in) throws IOException {
        List<Time> times = new ArrayList<>();
        for (int items = in.readBlock(field); items != 0; items = in.readBlock(field)) {
            for (int item = 0; item < items; item++) {
                times.add(
                        new Time(
                                in.readInt(field + ".number"), in.readLong(field + ".fromMillis")));
            }
        }
        return times;
    }
}
