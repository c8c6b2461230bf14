package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.command.RootCommand;
import io.hindsight.console.local.ProjectHome;
import io.hindsight.job.options.JobOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README says what the code does. */
class ReadmeTest {
    private static final Path ROOT = ProjectHome.find().path();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private final String readme = read("README.md");

    @Test
    void hasTheTableOfTheJobsOptions() {
        assertThat(readme).contains(JobOption.table());
    }

    @Test
    void namesEveryCommand() {
        new CommandLine(new RootCommand())
                .getSubcommands()
                .keySet()
                .forEach(command -> assertThat(readme).contains("`" + command + "`"));
    }

    @Test
    void linksToWhatIsThere() {
        for (String page : new String[] {"README.md", "docs/ARCHITECTURE.md"}) {
            Path folder = ROOT.resolve(page).getParent();
            Matcher link = LINK.matcher(read(page));
            while (link.find()) {
                assertThat(folder.resolve(link.group(1))).as("linked from %s", page).exists();
            }
        }
    }

    @Test
    void continuousIntegrationRunsTheReadmesTestCommand() {
        assertThat(readme).contains("\nmvn verify\n");
        assertThat(read(".ci/run")).containsPattern("mvn( -\\S+)* verify\n");
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
