package io.hindsight.schemas;

import java.io.IOException;

/** Schema {@code episode/v2.avsc}. */
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
                in.readLong("modelVersion"));
    }
}
