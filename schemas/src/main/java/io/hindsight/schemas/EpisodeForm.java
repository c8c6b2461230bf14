package io.hindsight.schemas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code episode/v3.avsc}. */
final class EpisodeForm implements Form<Episode> {

    @Override
    public void write(Episode episode, BodyWriter out) throws IOException {
        out.writeString(episode.id());
        out.writeString(episode.sensor());
        out.writeString(episode.group());
        out.writeWord(episode.kind());
        out.writeWord(episode.phase());
        out.writeLong(episode.startMillis());
        out.writeLong(episode.endMillis());
        out.writeLong(episode.peakMillis());
        out.writeFloat(episode.peakScore());
        out.writeInt(episode.readings());
        out.writeInt(episode.channel());
        out.writeDouble(episode.observed());
        out.writeFloat(episode.expected());
        out.writeFloat(episode.spread());
        out.writeLong(episode.modelVersion());
        out.writeWord(episode.severity());
        out.writeDoubleUnlessNaN(episode.lasting());
        out.writeString(episode.sentence());
        out.startArray(episode.channels().size());
        for (EpisodeChannel channel : episode.channels()) {
            write(channel, out);
        }
        out.endArray();
    }

    private static void write(EpisodeChannel channel, BodyWriter out) throws IOException {
        out.writeInt(channel.channel());
        out.writeString(channel.name());
        out.writeString(channel.unit());
        out.writeFloat(channel.share());
        out.writeWord(channel.direction());
        out.writeDoubleUnlessNaN(channel.observed());
        out.writeFloatUnlessNaN(channel.expected());
        out.writeFloatUnlessNaN(channel.halfWidth());
    }

    @Override
    public Episode read(BodyReader in) throws IOException {
        return new Episode(
                in.readString("id"),
                in.readString("sensor"),
                in.readString("group"),
                in.readWord("kind", Episode.Kind.values()),
                in.readWord("phase", Episode.Phase.values()),
                in.readLong("startMillis"),
                in.readLong("endMillis"),
                in.readLong("peakMillis"),
                in.readFloat("peakScore"),
                in.readInt("readings"),
                in.readInt("channel"),
                in.readDouble("observed"),
                in.readFloat("expected"),
                in.readFloat("spread"),
                in.readLong("modelVersion"),
                in.readWord("severity", Episode.Severity.values()),
                in.readDoubleOrNaN("lasting"),
                in.readString("sentence"),
                readChannels(in));
    }

    private static List<EpisodeChannel> readChannels(BodyReader in) throws IOException {
        List<EpisodeChannel> channels = new ArrayList<>();
        for (int items = in.readBlock("channels"); items != 0; items = in.readBlock("channels")) {
            for (int item = 0; item < items; item++) {
                channels.add(readChannel(in));
            }
        }
        return channels;
    }

    private static EpisodeChannel readChannel(BodyReader in) throws IOException {
        return new EpisodeChannel(
                in.readInt("channels.channel"),
                in.readString("channels.name"),
                in.readString("channels.unit"),
                in.readFloat("channels.share"),
                in.readWord("channels.direction", EpisodeChannel.Direction.values()),
                in.readDoubleOrNaN("channels.observed"),
                in.readFloatOrNaN("channels.expected"),
                in.readFloatOrNaN("channels.halfWidth"));
    }
}
