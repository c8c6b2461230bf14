package io.hindsight.model.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 that a file carries of itself: taken over all of its bytes, the digest's own 64 hex
 * digits counted as zeros.
 */
final class FileDigest {
    static final String KEY = "sha256";
    static final String PLACEHOLDER = "0".repeat(64);

    private static final byte[] MARK = ("\"" + KEY + "\":\"").getBytes(StandardCharsets.US_ASCII);

    private FileDigest() {}

    /**
     * Replaces the placeholder in a file just written by its digest; changes and returns the file.
     */
    static byte[] stamp(byte[] file) {
        try {
            int at = position(file);
            byte[] digits = digits(file);
            System.arraycopy(digits, 0, file, at, digits.length);
            return file;
        } catch (BundleException e) {
            throw new IllegalStateException("a written bundle has a place for its digest", e);
        }
    }

    static void verify(byte[] file) throws BundleException {
        int at = position(file);
        byte[] claimed = Arrays.copyOfRange(file, at, at + PLACEHOLDER.length());
        byte[] blank = file.clone();
        Arrays.fill(blank, at, at + claimed.length, (byte) '0');
        byte[] actual = digits(blank);
        if (!Arrays.equals(claimed, actual)) {
            throw new BundleException(
                    "sha256 must be that of the file: "
                            + new String(actual, StandardCharsets.US_ASCII));
        }
    }

    private static int position(byte[] file) throws BundleException {
        int end = 8 + Safetensors.headerLength(file);
        int last = end - MARK.length - PLACEHOLDER.length();
        for (int at = 8; at <= last; at++) {
            if (Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
                return at + MARK.length;
            }
        }
        throw new BundleException("header must have a sha256");
    }

    private static byte[] digits(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
