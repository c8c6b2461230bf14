package io.hindsight.schemas;

import io.hindsight.schemas.ModelTimes.Time;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code model-times/v1.avsc}. */
final class ModelTimesForm implements Form<ModelTimes> {

    @Override
    public void write(ModelTimes times, BodyWriter out) throws IOException {
        out.writeString(times.group());
        out.startArray(times.times().size());
        for (Time time : times.times()) {
            out.writeInt(time.number());
            out.writeLong(time.fromMillis());
        }
        out.endArray();
    }

    @Override
    public ModelTimes read(BodyReader in) throws IOException {
        String group = in.readString("group");
        List<Time> times = new ArrayList<>();
        for (int items = in.readBlock("times"); items != 0; items = in.readBlock("times")) {
            for (int item = 0; item < items; item++) {
                times.add(new Time(in.readInt("times.number"), in.readLong("times.fromMillis")));
            }
        }
        return new ModelTimes(group, times);
    }
}
