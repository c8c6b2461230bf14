package io.hindsight.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;

/** The schemas that a record may be written with, by fingerprint; one of them is current. */
final class SchemaStore {

    private final Schema current;
    private final Map<Long, Schema> byFingerprint;

    private SchemaStore(Schema current, Map<Long, Schema> byFingerprint) {
        this.current = current;
        this.byFingerprint = byFingerprint;
    }

    /** All versions of a record from the first one on; the last is current. */
    static SchemaStore of(String record, int currentVersion) {
        var store = new SchemaStore(load(record, currentVersion), Map.of());
        for (int version = 1; version <= currentVersion; version++) {
            store = store.with(load(record, version));
        }
        return store;
    }

    /** This store and one schema more. */
    SchemaStore with(Schema writer) {
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(current, writer);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new IllegalArgumentException(
                    "a writer's schema must be readable as the current one: writer=%s, fault=%s"
                            .formatted(
                                    writer.getFullName(),
                                    compatibility.getResult().getIncompatibilities()));
        }
        Map<Long, Schema> more = new HashMap<>(byFingerprint);
        more.put(fingerprint(writer), writer);
        return new SchemaStore(current, Map.copyOf(more));
    }

    Schema current() {
        return current;
    }

    /** Null where it is not known. */
    Schema find(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    static Schema load(String record, int version) {
        String name = record + "/v" + version + ".avsc";
        try (InputStream in = SchemaStore.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a schema must be on the class path: name=" + name);
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading schema " + name, e);
        }
    }
}
