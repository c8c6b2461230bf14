package io.hindsight.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one jar that a cluster is given: small, and nothing in it that the cluster brings itself. */
class JobJarIT {
    private static final Path PATH = Path.of("target", "hindsight-job.jar");
    private static final long MOST_BYTES = 25_000_000;

    private static JarFile jar;
    private static List<String> entries;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(PATH.toFile());
        entries = jar.stream().map(entry -> entry.getName()).toList();
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void isSmall() throws IOException {
        long bytes = Files.size(PATH);
        System.out.printf("%s: %.1f MB%n", PATH.getFileName(), bytes / 1e6);

        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/hindsight/job/Main.class",
                "io/hindsight/model/sensor/Sensor.class",
                "io/hindsight/schemas/Wires.class",
                "io/hindsight/schemas/reading/v1.avsc",
                "org/apache/flink/connector/kafka/source/KafkaSource.class",
                "org/apache/kafka/clients/consumer/KafkaConsumer.class",
                "org/apache/avro/Schema.class",
                "com/fasterxml/jackson/core/JsonFactory.class",
                "linux/amd64/libzstd-jni-1.5.6-10.so",
                "linux/aarch64/libzstd-jni-1.5.6-10.so",
                "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
                "META-INF/LICENSE",
                "META-INF/NOTICE",
            })
    void holdsWhatTheJobBrings(String entry) {
        assertThat(jar.getEntry(entry)).as(entry).isNotNull();
    }

    @Test
    void holdsNoClassOfFlinkButTheKafkaConnectors() {
        assertThat(entries)
                .filteredOn(name -> name.startsWith("org/apache/flink/") && !name.endsWith("/"))
                .allMatch(
                        name ->
                                name.startsWith("org/apache/flink/connector/kafka/")
                                        || name.startsWith(
                                                "org/apache/flink/streaming/connectors/kafka/")
                                        || name.startsWith(
                                                "org/apache/flink/streaming/util/serialization/JSONKeyValue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/slf4j/",
                "org/apache/logging/",
                "org/apache/log4j/",
                "ch/qos/logback/",
                "org/nd4j/",
                "org/bytedeco/",
                "org/rocksdb/",
                "org/junit/",
                "io/hindsight/trainer/",
                "io/hindsight/console/",
            })
    void holdsNothingThatOthersBring(String folder) {
        assertThat(entries).noneMatch(name -> name.startsWith(folder));
    }

    @Test
    void holdsNoSignaturesAndNoModules() {
        assertThat(entries)
                .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"))
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    @Test
    void holdsEachEntryOnce() {
        assertThat(entries).doesNotHaveDuplicates();
    }

    @Test
    void startsTheJob() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                .isEqualTo("io.hindsight.job.Main");
    }

    @Test
    void mergesTheServicesOfItsParts() throws IOException {
        assertThat(text("META-INF/services/com.fasterxml.jackson.databind.Module"))
                .as("of two jars")
                .contains("JavaTimeModule", "Jdk8Module");
        assertThat(text("META-INF/services/org.apache.avro.SchemaFormatterFactory"))
                .contains("org.apache.avro.JsonSchemaFormatterFactory");
        assertThat(entries)
                .filteredOn(name -> name.startsWith("META-INF/services/org.apache.kafka"))
                .isNotEmpty();
    }

    @Test
    void saysUnderWhichLicenceItStands() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
        assertThat(text("META-INF/NOTICE"))
                .contains("the Hindsight authors", "Apache Flink", "Apache Avro");
    }

    private static String text(String entry) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
