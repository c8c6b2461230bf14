package io.hindsight.model.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Bundles with a changed header or changed data whose digest is right all the same. */
final class ForgedBundle {
    private ForgedBundle() {}

    static String header(byte[] file) {
        return new String(file, 8, headerLength(file), StandardCharsets.UTF_8);
    }

    static byte[] data(byte[] file) {
        return Arrays.copyOfRange(file, 8 + headerLength(file), file.length);
    }

    static byte[] withHeader(byte[] file, UnaryOperator<String> change) {
        String changed = change.apply(header(file));
        if (changed.equals(header(file))) {
            throw new IllegalArgumentException("the change must change the header: " + changed);
        }
        return of(changed.getBytes(StandardCharsets.UTF_8), data(file));
    }

    static byte[] of(byte[] header, byte[] data) {
        byte[] file =
                ByteBuffer.allocate(8 + header.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .put(data)
                        .array();
        return restamped(file);
    }

    /** Changes and returns the file. */
    static byte[] restamped(byte[] file) {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        int at = latin.indexOf("\"sha256\":\"") + "\"sha256\":\"".length();
        Arrays.fill(file, at, at + 64, (byte) '0');
        return FileDigest.stamp(file);
    }

    private static int headerLength(byte[] file) {
        return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
