package io.hindsight.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a model's life, as far as they need no broker. */
class ModelCommandsTest {
    @TempDir private Path folder;

    @Test
    void everyCommandOfTheModelsHelps() {
        for (String command :
                new String[] {"activate", "shadow", "rollback", "withdraw", "compare"}) {
            Run run = Run.of("models", command, "--help");
            assertThat(run.err()).as(command).isEmpty();
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out()).as(command).contains("hindsight models " + command, "--group=G");
        }
    }

    @Test
    void theVersionOfAnOrderIsTheModels() {
        Run run = Run.of("models", "activate", "--version", "3", "--group", "g");

        assertThat(run.out()).isEmpty();
        assertThat(run.faults())
                .containsExactly(
                        "hindsight: Missing required option: '--bootstrap=HOST:PORT' (see hindsight"
                                + " models activate --help)");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void asksWhichGroupInOneLine() {
        Run run = Run.of("models", "--bootstrap", "localhost:1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.faults())
                .containsExactly(
                        "hindsight: Missing required option: '--group=G' (see hindsight models"
                                + " --help)");
    }

    @Test
    void whatIsToBeIgnoredIsReadBeforeAnyBrokerIsAsked() throws Exception {
        Path file = folder.resolve("rules.json");
        Files.writeString(file, "{\"rules\": [{\"name\": \"a\", \"kind\": \"odd\"}]}");
        Run run = Run.of("suppress", "--group", "g", "--file", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.faults())
                .containsExactly(
                        "hindsight: "
                                + file
                                + ": rules[0].kind must be absolute, relative, direction, channel"
                                + " or maintenance: odd");
    }

    @Test
    void whatIsToBeIgnoredIsGivenOrShown() {
        assertThat(Run.of("suppress", "--group", "g").code()).isEqualTo(2);
        Run both = Run.of("suppress", "--group", "g", "--show", "--file", "rules.json");

        assertThat(both.code()).isEqualTo(2);
        assertThat(both.faults()).singleElement().asString().contains("--show");
        Run late = Run.of("suppress", "--group", "g", "--at", "2026-01-01T00:00:00Z");
        assertThat(late.faults()).singleElement().asString().contains("--file");
    }

    @Test
    void aShadowIsAVersionOrNone() {
        assertThat(Run.of("models", "shadow", "--group", "g").code()).isEqualTo(2);
        Run both = Run.of("models", "shadow", "--version", "1", "--none", "--group", "g");

        assertThat(both.code()).isEqualTo(2);
        assertThat(both.faults()).singleElement().asString().contains("--none");
    }

    @Test
    void keysAreMadeOnceAndSayHowTheyAreTrusted() {
        Path name = folder.resolve("ours");

        Run first = Run.of("keys", "--out", name);
        Run second = Run.of("keys", "--out", name);

        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("--trusted-keys MCowBQYDK2VwAyEA");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.faults())
                .containsExactly(
                        "hindsight: "
                                + name
                                + ".key: is there already, and a key is not overwritten");
    }

    @Test
    void publishRefusesWhatDoesNotGoTogether() throws Exception {
        Path bundle = Files.write(folder.resolve("b.safetensors"), new byte[3]);
        Path key = Files.writeString(folder.resolve("k"), "no key");
        Object[] publish = {
            "publish", "--bundle", bundle, "--bootstrap", "localhost:1", "--group", "g"
        };

        assertThat(run(publish, "--shadow", "--no-activate").code()).isEqualTo(2);
        assertThat(run(publish, "--no-activate", "--activate-at", "2026-01-01T00:00:00Z").faults())
                .containsExactly("hindsight: --activate-at does not go with --no-activate");
        assertThat(run(publish, "--sign", key.toString()).faults())
                .singleElement()
                .asString()
                .startsWith("hindsight: " + key + ": must be a private Ed25519 key in PEM");
        assertThat(run(publish, "--activate-at", "1969-01-01T00:00:00Z").faults())
                .containsExactly(
                        "hindsight: "
                                + bundle
                                + ": the time must be after 1970: 1969-01-01T00:00:00Z");
    }

    private static Run run(Object[] command, Object... more) {
        Object[] all = new Object[command.length + more.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Run.of(all);
    }
}
