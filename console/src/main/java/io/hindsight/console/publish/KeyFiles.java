package io.hindsight.console.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys as PEM files, as OpenSSL reads and writes them. */
public final class KeyFiles {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String OWNER_ALONE = "rw-------";

    private KeyFiles() {}

    /**
     * Makes a pair of keys and writes it: {@code NAME.key} for its owner alone, {@code NAME.pub}
     * for everybody.
     *
     * @throws FileAlreadyExistsException if one of them is there: a key that was lost cannot be
     *     made again
     */
    public static KeyPair write(Path name) throws IOException {
        Path secret = sibling(name, ".key");
        Path open = sibling(name, ".pub");
        for (Path file : new Path[] {secret, open}) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        KeyPair pair = newPair();
        Files.createFile(secret, ownerAlone(secret));
        Files.writeString(secret, pem(PRIVATE, pair.getPrivate().getEncoded()));
        Files.writeString(open, pem(PUBLIC, pair.getPublic().getEncoded()));
        return pair;
    }

    /**
     * @throws IllegalArgumentException if the file holds no private Ed25519 key
     */
    public static PrivateKey read(Path file) throws IOException {
        String text = Files.readString(file);
        String begin = line("BEGIN", PRIVATE);
        int from = text.indexOf(begin);
        int to = text.indexOf(line("END", PRIVATE));
        try {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("no " + begin);
            }
            byte[] key = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": must be a private Ed25519 key in PEM: " + e.getMessage(), e);
        }
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
    }

    private static Path sibling(Path name, String ending) {
        return name.resolveSibling(name.getFileName() + ending);
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return line("BEGIN", kind) + "\n" + body + "\n" + line("END", kind) + "\n";
    }

    private static String line(String edge, String kind) {
        return "-----" + edge + " " + kind + "-----";
    }
}
