package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model for a sensor group, on its way to the running jobs. The value only holds what was sent:
 * whether the version rises, the digest fits and the signature is good is the receiver's to verify.
 * The arrays are its own and not to be changed.
 */
public final class ModelRelease {

    /** The activation time that means: at once. */
    public static final long AT_ONCE = 0;

    static final int SHA_256_BYTES = 32;

    private final String group;
    private final long version;
    private final byte[] sha256;
    private final byte[] signature;
    private final long activationTimeMillis;
    private final Role role;
    private final byte[] bundle;
    private final long publishedMillis;

    /**
     * A release.
     *
     * @param sha256 digest of the bundle, 32 bytes
     * @param signature Ed25519 signature of the bundle, or null
     * @param activationTimeMillis event time from which it acts, or {@link #AT_ONCE}
     */
    public ModelRelease(
            String group,
            long version,
            byte[] sha256,
            byte[] signature,
            long activationTimeMillis,
            Role role,
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
        this.activationTimeMillis = activationTimeMillis;
        this.role = requireNonNull(role, "role");
        this.bundle = requireNonNull(bundle, "bundle");
        this.publishedMillis = publishedMillis;
    }

    /** Name of the sensor group that the model is for. */
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

    /** Ed25519 signature of the bundle, or null where it is not signed. */
    public byte[] signature() {
        return signature;
    }

    /** Event time of the first reading that it takes, or {@link #AT_ONCE}. */
    public long activationTimeMillis() {
        return activationTimeMillis;
    }

    /** What it does in the job. */
    public Role role() {
        return role;
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
                && activationTimeMillis == that.activationTimeMillis
                && role == that.role
                && Arrays.equals(bundle, that.bundle)
                && publishedMillis == that.publishedMillis;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * group.hashCode() + Long.hashCode(version)) + Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "ModelRelease[group=%s, version=%d, role=%s, activationTimeMillis=%d, sha256=%s, %d bytes]"
                .formatted(
                        group,
                        version,
                        role.word(),
                        activationTimeMillis,
                        HexFormat.of().formatHex(sha256),
                        bundle.length);
    }

    /** What a model does in the job. */
    public enum Role implements Word {
        /** Its results are the group's results. */
        ACTIVE("active"),
        /** It runs beside the active one, to be compared. */
        SHADOW("shadow");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
