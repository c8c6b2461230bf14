package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.command.RootCommand;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.local.ProjectHome;
import io.hindsight.job.Main;
import io.hindsight.job.options.JobOption;
import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** docker-compose.yml says what the code says: names, paths, classes and arguments. */
class ComposeFileTest {
    private static final Path ROOT = ProjectHome.find().path();

    private final Map<?, ?> services = services();

    @Test
    void startsTheJobsMainClassWithOptionsThatTheJobTakes() {
        List<String> command = words(service("jobmanager").get("command"));
        assertThat(command.subList(0, 3))
                .containsExactly("standalone-job", "--job-classname", Main.class.getName());

        JobOptions options =
                JobOptionsParser.parse(command.subList(3, command.size()).toArray(String[]::new));
        assertThat(options.bootstrap()).isEqualTo("kafka:9092");
        assertThat(options.groups()).containsExactly(option("publisher", "--group"));
        assertThat(options.groups()).containsExactly(option("feeder", "--group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobmanager", "taskmanager"})
    void mountsTheJarThatTheBuildMakes(String name) throws IOException {
        String pom = Files.readString(ROOT.resolve("flink-job/pom.xml"));
        assertThat(pom)
                .contains("<outputFile>${project.build.directory}/hindsight-job.jar</outputFile>");
        assertThat(words(service(name).get("volumes")))
                .contains(
                        "./flink-job/target/hindsight-job.jar:/opt/flink/usrlib/hindsight-job.jar:ro");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "trainer", "publisher", "feeder"})
    void givesTheConsoleCommandsThatItKnows(String name) {
        assertThat(words(service(name).get("entrypoint"))).contains("io.hindsight.console.Main");

        ParseResult parsed = parse(name);
        assertThat(parsed.subcommand()).isNotNull();
        assertThat(parsed.subcommand().errors()).isEmpty();
    }

    @Test
    void publishesWhatItTrainsAndPlaysTheRecordingThatIsThere() {
        assertThat(option("publisher", "--bundle")).isEqualTo(option("trainer", "--out"));
        for (String name : List.of("trainer", "feeder")) {
            String data = option(name, "--data");
            assertThat(ROOT.resolve(data.substring(1))).isRegularFile();
        }
        for (String name : List.of("topics", "publisher", "feeder")) {
            assertThat(option(name, "--bootstrap")).isEqualTo("kafka:9092");
        }
    }

    @Test
    void usesTheTopicsThatTheJobReadsAndWrites() {
        assertThat(TopicNames.DEFAULT.all())
                .containsExactly(
                        JobOption.READINGS_TOPIC.standard().orElseThrow(),
                        JobOption.RESULTS_TOPIC.standard().orElseThrow(),
                        JobOption.SHADOW_TOPIC.standard().orElseThrow(),
                        JobOption.EPISODES_TOPIC.standard().orElseThrow(),
                        JobOption.DEAD_LETTERS_TOPIC.standard().orElseThrow(),
                        JobOption.MODELS_TOPIC.standard().orElseThrow());
    }

    @Test
    void pinsItsImagesChecksTheirHealthAndHoldsNoSecret() throws IOException {
        services.forEach(
                (name, service) ->
                        assertThat((String) ((Map<?, ?>) service).get("image"))
                                .as("image of %s", name)
                                .matches("[a-z/-]+:[0-9][0-9A-Za-z._-]+"));
        for (String name : List.of("kafka", "jobmanager", "taskmanager")) {
            assertThat(service(name).get("healthcheck")).as("health of %s", name).isNotNull();
        }
        assertThat(Files.readString(ROOT.resolve("docker-compose.yml")).toLowerCase(Locale.ROOT))
                .doesNotContain("password", "secret", "token");
    }

    private String option(String service, String name) {
        List<String> command = words(service(service).get("command"));
        int at = command.indexOf(name);
        assertThat(at).as("%s of %s", name, service).isNotNegative();
        return command.get(at + 1);
    }

    private ParseResult parse(String name) {
        return new CommandLine(new RootCommand())
                .parseArgs(words(service(name).get("command")).toArray(String[]::new));
    }

    private Map<?, ?> service(String name) {
        return (Map<?, ?>) Objects.requireNonNull(services.get(name), name);
    }

    private static List<String> words(Object list) {
        List<String> words = new ArrayList<>();
        ((List<?>) list).forEach(word -> words.add(word.toString()));
        return words;
    }

    private static Map<?, ?> services() {
        try {
            String text = Files.readString(ROOT.resolve("docker-compose.yml"));
            Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return (Map<?, ?>) file.get("services");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
