package io.hindsight.console.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.console.fault.UserFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectHomeTest {
    @TempDir private Path root;

    @Test
    void isFoundFromADirectoryBelowIt() throws IOException {
        Path below = project().resolve("console/src");
        Files.createDirectories(below);

        assertThat(ProjectHome.above(below).path()).isEqualTo(root);
    }

    @Test
    void saysToBuildWhenTheClassPathIsMissing() throws IOException {
        ProjectHome home = ProjectHome.of(project());

        assertThatThrownBy(() -> home.classpath("broker"))
                .isInstanceOf(UserFaultException.class)
                .hasMessageContaining(root.resolve("broker/target/classpath").toString())
                .hasMessageContaining("run mvn package");
    }

    @Test
    void refusesADirectoryThatIsNoProject() {
        assertThatThrownBy(() -> ProjectHome.of(root))
                .isInstanceOf(UserFaultException.class)
                .hasMessageContaining("hindsight.home")
                .hasMessageContaining(root.toString());
    }

    private Path project() throws IOException {
        Files.createDirectories(root.resolve("broker"));
        Files.writeString(root.resolve("broker/pom.xml"), "<project/>");
        return root;
    }
}
