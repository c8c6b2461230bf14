package io.hindsight.benchmarks.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two JSON files that come with NAB's series: windows, and profiles. */
final class NabLabels {
    private NabLabels() {}

    /** By series, {@code {"folder/file.csv": [["begin", "end"], ...]}}; empty without the file. */
    static Map<String, List<TimeWindow>> windows(Path file) {
        Map<String, List<TimeWindow>> windows = new HashMap<>();
        if (!Files.exists(file)) {
            return windows;
        }
        try (JsonParser in = open(file)) {
            expect(in.nextToken(), JsonToken.START_OBJECT, in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                expect(in.nextToken(), JsonToken.START_ARRAY, in);
                windows.put(name, windows(in));
            }
            return windows;
        } catch (IOException | DateTimeException e) {
            throw new DataException(file + ": not a file of windows: " + e.getMessage(), e);
        }
    }

    private static List<TimeWindow> windows(JsonParser in) throws IOException {
        List<TimeWindow> windows = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_ARRAY) {
            windows.add(new TimeWindow(time(in), time(in)));
            expect(in.nextToken(), JsonToken.END_ARRAY, in);
        }
        return windows;
    }

    private static long time(JsonParser in) throws IOException {
        expect(in.nextToken(), JsonToken.VALUE_STRING, in);
        return Times.parse(in.getText()).toEpochMilli();
    }

    /**
     * By {@code {"name": {"CostMatrix": {"tpWeight": 1.0, ...}}}}; NAB's three without the file.
     */
    static List<NabProfile> profiles(Path file) {
        if (!Files.exists(file)) {
            return NabProfile.ALL;
        }
        try (JsonParser in = open(file)) {
            List<NabProfile> profiles = new ArrayList<>();
            expect(in.nextToken(), JsonToken.START_OBJECT, in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                profiles.add(profile(in.currentName(), in));
            }
            return profiles;
        } catch (IOException e) {
            throw new DataException(file + ": not a file of profiles: " + e.getMessage(), e);
        }
    }

    private static NabProfile profile(String name, JsonParser in) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>();
        expect(in.nextToken(), JsonToken.START_OBJECT, in);
        int depth = 1;
        while (depth > 0) {
            JsonToken token = in.nextToken();
            if (token == null) {
                throw new IOException("the file ends within profile " + name);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric()) {
                weights.put(in.currentName(), in.getDoubleValue());
            }
        }
        if (!weights.keySet().containsAll(List.of("tpWeight", "fpWeight", "fnWeight"))) {
            throw new IOException(
                    "profile %s must have three weights: %s".formatted(name, weights));
        }
        return new NabProfile(
                name, weights.get("tpWeight"), weights.get("fpWeight"), weights.get("fnWeight"));
    }

    private static JsonParser open(Path file) throws IOException {
        return new JsonFactory().createParser(file.toFile());
    }

    private static void expect(JsonToken found, JsonToken wanted, JsonParser in)
            throws IOException {
        if (found != wanted) {
            throw new IOException(
                    "line %d: %s is expected: %s"
                            .formatted(in.currentLocation().getLineNr(), wanted, found));
        }
    }
}
