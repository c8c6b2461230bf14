package io.hindsight.trainer.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of one network's checkpoint: a mark, the run, the network, the state, and the SHA-256
 * of all before it.
 *
 * @param run what the training is of, by name: options and digests of the data
 */
record CheckpointFile(Map<String, String> run, String network, LoopState state) {
    private static final long MARK = 0x48534c4f4f503031L; // HSLOOP01
    private static final int DIGEST = 32;

    CheckpointFile {
        run = new TreeMap<>(run);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(MARK);
            out.writeInt(run.size());
            for (Map.Entry<String, String> entry : run.entrySet()) {
                LoopStateCodec.text(entry.getKey(), out);
                LoopStateCodec.text(entry.getValue(), out);
            }
            LoopStateCodec.text(network, out);
            LoopStateCodec.write(state, out);
            byte[] digest = sha256(bytes.toByteArray());
            out.write(digest);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if the bytes are not a checkpoint's, or not all of them
     */
    static CheckpointFile read(byte[] bytes) throws IOException {
        int size = bytes.length - DIGEST;
        if (size < Long.BYTES
                || new DataInputStream(new ByteArrayInputStream(bytes)).readLong() != MARK) {
            throw new IOException("the first bytes are not a checkpoint's");
        }
        byte[] content = Arrays.copyOf(bytes, size);
        if (!Arrays.equals(sha256(content), Arrays.copyOfRange(bytes, size, bytes.length))) {
            throw new IOException("its SHA-256 does not match, so it is damaged or cut short");
        }
        DataInputStream in =
                new DataInputStream(
                        new ByteArrayInputStream(content, Long.BYTES, size - Long.BYTES));
        Map<String, String> run = new TreeMap<>();
        int entries = LoopStateCodec.count(in, 2 * Integer.BYTES);
        for (int k = 0; k < entries; k++) {
            run.put(LoopStateCodec.text(in), LoopStateCodec.text(in));
        }
        CheckpointFile file =
                new CheckpointFile(run, LoopStateCodec.text(in), LoopStateCodec.read(in));
        if (in.available() > 0) {
            throw new IOException("bytes are left over: " + in.available());
        }
        return file;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
