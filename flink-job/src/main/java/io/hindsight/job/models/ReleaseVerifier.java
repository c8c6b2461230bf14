package io.hindsight.job.models;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.schemas.ModelRelease;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a release may act: its digest is that of its bytes, and the bytes are a bundle
 * whose shapes fit together and whose numbers are finite.
 */
public final class ReleaseVerifier {
    private ReleaseVerifier() {}

    /**
     * @param groups the sensor groups that the job serves; empty for all
     * @throws RefusedReleaseException if the release must not act
     */
    public static Bundle verify(ModelRelease release, Set<String> groups)
            throws RefusedReleaseException {
        if (!groups.isEmpty() && !groups.contains(release.group())) {
            throw new RefusedReleaseException(
                    "group", "must be one of " + new TreeSet<>(groups), release.group());
        }
        if (release.version() < 1) {
            throw new RefusedReleaseException(
                    "version", "must be 1 or more", Long.toString(release.version()));
        }
        String claimed = HexFormat.of().formatHex(release.sha256());
        String actual = HexFormat.of().formatHex(sha256(release.bundle()));
        if (!claimed.equals(actual)) {
            throw new RefusedReleaseException(
                    "sha256", "must be that of the bundle, " + actual, claimed);
        }
        try {
            return BundleCodec.read(release.bundle());
        } catch (BundleException e) {
            throw new RefusedReleaseException(
                    "bundle", e.getMessage(), release.bundle().length + " bytes");
        }
    }

    /** The digest that a release of these bytes must carry. */
    public static byte[] sha256(byte[] bundle) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bundle);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
