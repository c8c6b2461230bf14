package io.hindsight.trainer;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.CheckpointFolder;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bundle's bytes depend on: two trainings of the same identity end with the same ones. */
public final class RunIdentity {
    private static final String CHANGES_NOTHING = "threads";
    private static final String LEFT_OPEN = "left open";

    private RunIdentity() {}

    /** All options but the number of threads as text, the data as digests, by their names. */
    public static Map<String, String> of(DataSet data, Split split, TrainingOptions options) {
        Map<String, String> run = new LinkedHashMap<>();
        for (RecordComponent option : TrainingOptions.class.getRecordComponents()) {
            if (!option.getName().equals(CHANGES_NOTHING)) {
                run.put(option.getName(), text(valueOf(option, options)));
            }
        }
        run.put("channels", String.join(",", data.channels()));
        run.put("given channels", String.join(",", data.given()));
        run.put("interval", data.isRegular() ? data.intervalMillis() + " ms" : "none");
        run.put("train-until", Instant.ofEpochMilli(split.trainUntilMillis()).toString());
        run.put("validate-until", Instant.ofEpochMilli(split.validateUntilMillis()).toString());
        run.put("sensors", Integer.toString(data.series().size()));
        MessageDigest times = sha256();
        MessageDigest values = sha256();
        for (SensorSeries series : data.series()) {
            times.update(timesOf(series));
            if (!data.isRegular()) {
                addTimes(series, times);
            }
            addValues(series, values);
        }
        run.put("the data's sensors and times", text(times));
        run.put("the data's values", text(values));
        return run;
    }

    /** The same, of a training that begins with a bundle. */
    public static Map<String, String> of(
            DataSet data, Split split, TrainingOptions options, byte[] bundle) {
        Map<String, String> run = of(data, split, options);
        MessageDigest bytes = sha256();
        bytes.update(bundle);
        run.put("the bundle it begins with", text(bytes));
        return run;
    }

    private static byte[] timesOf(SensorSeries series) {
        byte[] name = series.sensor().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 2 * Integer.BYTES + Long.BYTES)
                .putInt(name.length)
                .put(name)
                .putLong(series.timeMillis(0))
                .putInt(series.length())
                .array();
    }

    private static void addTimes(SensorSeries series, MessageDigest to) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
        for (int slot = 0; slot < series.length(); slot++) {
            to.update(bytes.clear().putLong(series.timeMillis(slot)).array());
        }
    }

    private static void addValues(SensorSeries series, MessageDigest to) {
        int channels = series.channelCount();
        ByteBuffer bytes = ByteBuffer.allocate(1 + channels * Long.BYTES);
        for (int slot = 0; slot < series.length(); slot++) {
            bytes.clear().put((byte) (series.isPresent(slot) ? 1 : 0));
            for (int d = 0; d < channels; d++) {
                bytes.putLong(Double.doubleToLongBits(series.value(slot, d)));
            }
            to.update(bytes.array());
        }
    }

    /** The same in every process: maps have an order of their own in each. */
    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RunIdentity::text).orElse(LEFT_OPEN);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Integer.toString(number.getAsInt()) : LEFT_OPEN;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Double.toString(number.getAsDouble()) : LEFT_OPEN;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, of) -> sorted.put(text(key), text(of)));
            return sorted.toString();
        }
        if (value instanceof Record record) {
            return Stream.of(record.getClass().getRecordComponents())
                    .map(component -> component.getName() + "=" + text(valueOf(component, record)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }

    private static Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String text(MessageDigest digest) {
        return CheckpointFolder.DIGEST + HexFormat.of().formatHex(digest.digest());
    }
}
