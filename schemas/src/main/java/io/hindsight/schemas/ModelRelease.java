package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model for a sensor group, on its way to the running jobs. The value only holds what was sent:
 * whether the digest fits and the signature is good is the receiver's to verify, and from when on
 * it acts is said by the group's {@link ModelSchedule}. The arrays are its own and not to be
 * changed.
 */
public final class ModelRelease implements ModelRecord {

    static final int SHA_256_BYTES = 32;

    private final String group;
    private final long version;
    private final byte[] sha256;
    private final byte[] signature;
    private final byte[] bundle;
    private final long publishedMillis;

    /**
     * A release.
     *
     * @param sha256 digest of the bundle, 32 bytes
     * @param signature Ed25519 signature of {@link #statement}, or null
     */
    public ModelRelease(
            String group,
            long version,
            byte[] sha256,
            byte[] signature,
            byte[] bundle,
            long publishedMillis) {
        if (sha256.length != SHA_256_BYTES) {
            throw new IllegalArgumentException(
                    "sha256 must have 32 bytes: length=" + sha256.length);
        }
        this.group = requireNonNull(group, "group");
        this.version = version;
        this.sha256 = sha256;
        this.signature = signature;
        this.bundle = requireNonNull(bundle, "bundle");
        this.publishedMillis = publishedMillis;
    }

    /** What is signed: the release's group, version and digest as text, each on its own line. */
    public byte[] statement() {
        String digest = HexFormat.of().formatHex(sha256);
        return "hindsight-model\n%s\n%d\n%s\n"
                .formatted(group, version, digest)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same release, signed. */
    public ModelRelease withSignature(byte[] bytes) {
        return new ModelRelease(group, version, sha256, bytes, bundle, publishedMillis);
    }

    /** The key of a version's release. */
    public static String key(String group, long version) {
        return group + "/" + version;
    }

    @Override
    public String key() {
        return key(group, version);
    }

    /** Name of the sensor group that the model is for. */
    @Override
    public String group() {
        return group;
    }

    /** Version within the group, from 1, rising. */
    public long version() {
        return version;
    }

    /** SHA-256 digest of the bundle. */
    public byte[] sha256() {
        return sha256;
    }

    /** Ed25519 signature of {@link #statement}, or null where it is not signed. */
    public byte[] signature() {
        return signature;
    }

    /** The bundle's bytes. */
    public byte[] bundle() {
        return bundle;
    }

    /** When it was published, by the publisher's clock. */
    public long publishedMillis() {
        return publishedMillis;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelRelease that
                && group.equals(that.group)
                && version == that.version
                && Arrays.equals(sha256, that.sha256)
                && Arrays.equals(signature, that.signature)
                && Arrays.equals(bundle, that.bundle)
                && publishedMillis == that.publishedMillis;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * group.hashCode() + Long.hashCode(version)) + Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "ModelRelease[group=%s, version=%d, sha256=%s, %d bytes]"
                .formatted(group, version, HexFormat.of().formatHex(sha256), bundle.length);
    }
}
