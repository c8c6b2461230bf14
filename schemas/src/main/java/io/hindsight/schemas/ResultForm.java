package io.hindsight.schemas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code result/v4.avsc}. */
final class ResultForm implements Form<Result> {

    @Override
    public void write(Result result, BodyWriter out) throws IOException {
        out.writeString(result.sensor());
        out.writeString(result.group());
        out.writeLong(result.eventTimeMillis());
        out.writeInt(result.revision());
        out.writeLong(result.waitedMillis());
        out.writeString(result.status());
        out.writeLong(result.modelVersion());
        out.writeFloatUnlessNaN(result.score());
        out.writeInt(result.warming());
        out.writeStringOrNull(result.suppressed());
        out.startArray(result.channels().size());
        for (ChannelResult channel : result.channels()) {
            out.writeDoubleUnlessNaN(channel.observed());
            out.writeFloatUnlessNaN(channel.expected());
            out.writeFloatUnlessNaN(channel.spread());
            out.writeFloatUnlessNaN(channel.imputed());
            out.writeFloatUnlessNaN(channel.score());
            out.writeFloatUnlessNaN(channel.share());
            out.writeFloatUnlessNaN(channel.without());
        }
        out.endArray();
    }

    @Override
    public Result read(BodyReader in) throws IOException {
        return new Result(
                in.readString("sensor"),
                in.readString("group"),
                in.readLong("eventTimeMillis"),
                in.readInt("revision"),
                in.readLong("waitedMillis"),
                in.readString("status"),
                in.readLong("modelVersion"),
                in.readFloatOrNaN("score"),
                in.readInt("warming"),
                in.readStringOrNull("suppressed"),
                readChannels(in));
    }

    private static List<ChannelResult> readChannels(BodyReader in) throws IOException {
        List<ChannelResult> channels = new ArrayList<>();
        for (int items = in.readBlock("channels"); items != 0; items = in.readBlock("channels")) {
            for (int item = 0; item < items; item++) {
                channels.add(
                        new ChannelResult(
                                in.readDoubleOrNaN("channels.observed"),
                                in.readFloatOrNaN("channels.expected"),
                                in.readFloatOrNaN("channels.spread"),
                                in.readFloatOrNaN("channels.imputed"),
                                in.readFloatOrNaN("channels.score"),
                                in.readFloatOrNaN("channels.share"),
                                in.readFloatOrNaN("channels.without")));
            }
        }
        return channels;
    }
}
