package io.hindsight.job.options;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 public key as text: the base64 of its X.509 form, and back. */
public final class TrustedKey {
    static final String RULE = "base64 of Ed25519 public keys in X.509 form";

    private TrustedKey() {}

    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * @throws IllegalArgumentException if the text is no such key
     */
    static PublicKey parse(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key must be " + RULE + ": " + text, e);
        }
    }
}
