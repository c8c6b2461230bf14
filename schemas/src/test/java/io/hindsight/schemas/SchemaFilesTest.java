package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFilesTest {

    /** A fingerprint that changes here is a version that topics no longer read: add a version. */
    @ParameterizedTest
    @CsvSource({
        "reading, 1, f52c0039c6c053b1",
        "result, 1, e9d41cd334afe7dd",
        "result, 2, e0bb597f7632c315",
        "result, 3, 2599b88ae13e98d3",
        "result, 4, f4b25142022bdc9d",
        "episode, 1, b0a0517f135e6c2b",
        "episode, 2, e9ea6874b15e8d65",
        "episode, 3, d420c787367f27d0",
        "model-release, 1, 8e516f72c733e19b",
        "model-release, 2, b6db7cfb5f320e42",
        "model-schedule, 1, 6ba2e7166f233136",
        "model-times, 1, cf5a773faacb0a01",
        "model-times, 2, dd78aff040d8b61a",
        "model-suppression, 1, 9b7541b555104cb0",
        "dead-letter, 1, d58616ccaf55498d",
        "dead-letter, 2, a6e66565fb744a9f",
    })
    void keepsItsFingerprintAndDocumentsEveryField(String record, int version, String hex) {
        Schema schema = SchemaStore.load(record, version);

        assertThat(Long.toHexString(SchemaStore.fingerprint(schema))).isEqualTo(hex);
        assertThat(schema.getNamespace()).isEqualTo("io.hindsight.schemas");
        assertDocumented(schema);
    }

    private static void assertDocumented(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (Schema.Field field : schema.getFields()) {
                    assertThat(field.doc())
                            .as("%s.%s", schema.getFullName(), field.name())
                            .isNotNull()
                            .hasSizeGreaterThan(15)
                            .endsWith(".");
                    assertDocumented(field.schema());
                }
            }
            case ARRAY -> assertDocumented(schema.getElementType());
            case UNION -> schema.getTypes().forEach(SchemaFilesTest::assertDocumented);
            default -> assertThat(schema.getType()).isNotNull();
        }
    }
}
