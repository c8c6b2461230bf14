package io.hindsight.job.models;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.ModelRelease;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a release may act: its digest is that of its bytes, the bytes are a bundle whose
 * shapes fit together and whose numbers are finite, it says here what it said where it was written,
 * and, where keys are trusted, one of them signed it.
 */
public final class ReleaseVerifier {
    private final Set<String> groups;
    private final List<PublicKey> trusted;
    private final boolean contexts;

    /**
     * @param groups the sensor groups that the job serves; empty for all
     * @param trusted the Ed25519 keys of which one must have signed; empty where none needs to
     * @param contexts whether the job works out the context of groups
     */
    public ReleaseVerifier(Set<String> groups, List<PublicKey> trusted, boolean contexts) {
        this.groups = groups;
        this.trusted = trusted;
        this.contexts = contexts;
    }

    void requireServed(String group) throws RefusedReleaseException {
        if (!groups.isEmpty() && !groups.contains(group)) {
            throw new RefusedReleaseException(
                    "group", "must be one of " + new TreeSet<>(groups), group);
        }
    }

    /**
     * @throws RefusedReleaseException if the release must not act
     */
    void verify(ModelRelease release) throws RefusedReleaseException {
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
        requireSigned(release);
        Bundle bundle = bundle(release);
        if (bundle.context().isPresent() && !contexts) {
            throw new RefusedReleaseException(
                    "bundle",
                    "must take no context of the group, since the job runs with --context off",
                    String.join(",", bundle.spec().channels()));
        }
        Optional<SelfCheck.Difference> difference = SelfCheck.differenceIn(bundle);
        if (difference.isPresent()) {
            SelfCheck.Difference found = difference.get();
            throw new RefusedReleaseException(found.field(), found.rule(), found.found());
        }
    }

    /**
     * The release's bundle.
     *
     * @throws RefusedReleaseException if it is none
     */
    static Bundle bundle(ModelRelease release) throws RefusedReleaseException {
        try {
            return BundleCodec.read(release.bundle());
        } catch (BundleException e) {
            throw new RefusedReleaseException(
                    "bundle", e.getMessage(), release.bundle().length + " bytes");
        }
    }

    private void requireSigned(ModelRelease release) throws RefusedReleaseException {
        if (!trusted.isEmpty() && trusted.stream().noneMatch(key -> isSignedBy(key, release))) {
            throw new RefusedReleaseException(
                    "signature",
                    "must be that of a trusted key",
                    release.signature() == null
                            ? "none"
                            : HexFormat.of().formatHex(release.signature()));
        }
    }

    private static boolean isSignedBy(PublicKey key, ModelRelease release) {
        if (release.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(release.statement());
            return signature.verify(release.signature());
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature sign nothing
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
