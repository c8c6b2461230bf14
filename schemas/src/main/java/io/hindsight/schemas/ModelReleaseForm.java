package io.hindsight.schemas;

import java.io.IOException;

/** Schema {@code model-release/v2.avsc}. */
final class ModelReleaseForm implements Form<ModelRelease> {

    @Override
    public void write(ModelRelease release, BodyWriter out) throws IOException {
        out.writeString(release.group());
        out.writeLong(release.version());
        out.writeFixed(release.sha256());
        out.writeBytesOrNull(release.signature());
        out.writeBytes(release.bundle());
        out.writeLong(release.publishedMillis());
    }

    @Override
    public ModelRelease read(BodyReader in) throws IOException {
        return new ModelRelease(
                in.readString("group"),
                in.readLong("version"),
                in.readFixed("sha256", ModelRelease.SHA_256_BYTES),
                in.readBytesOrNull("signature"),
                in.readBytes("bundle"),
                in.readLong("publishedMillis"));
    }
}
