package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    @TempDir private Path folder;

    @Test
    void writesAPairThatOpenSslReadsAndOnlyTheOwnerMaySign() throws IOException {
        KeyPair pair = KeyFiles.write(folder.resolve("ours"));
        Path secret = folder.resolve("ours.key");

        assertThat(KeyFiles.read(secret)).isEqualTo(pair.getPrivate());
        assertThat(Files.readString(secret)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(folder.resolve("ours.pub")))
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void overwritesNoKey() throws IOException {
        KeyFiles.write(folder.resolve("ours"));

        assertThatThrownBy(() -> KeyFiles.write(folder.resolve("ours")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void refusesWhatIsNoPrivateKey() throws IOException {
        KeyFiles.write(folder.resolve("ours"));
        Path damaged = folder.resolve("damaged");
        Files.writeString(
                damaged, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        for (Path file : new Path[] {folder.resolve("ours.pub"), damaged}) {
            assertThatThrownBy(() -> KeyFiles.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file + ": must be a private Ed25519 key in PEM: ");
        }
    }
}
