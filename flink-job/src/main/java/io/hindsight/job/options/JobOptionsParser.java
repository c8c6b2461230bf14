package io.hindsight.job.options;

import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.WithoutModel;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Command-line words to {@link JobOptions}. All faults are reported together. */
public final class JobOptionsParser {
    private static final String DASHES = "--";
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Kafka counts a transaction's milliseconds in 32 bits. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(24);

    private static final List<JobOption> TOPICS =
            List.of(
                    JobOption.READINGS_TOPIC,
                    JobOption.RESULTS_TOPIC,
                    JobOption.SHADOW_TOPIC,
                    JobOption.EPISODES_TOPIC,
                    JobOption.DEAD_LETTERS_TOPIC,
                    JobOption.MODELS_TOPIC);

    private final Map<JobOption, String> given = new EnumMap<>(JobOption.class);
    private final List<String> faults = new ArrayList<>();

    private JobOptionsParser() {}

    /**
     * @param words {@code --name value} pairs
     * @throws IllegalArgumentException if a word is unknown, given twice or out of its range; the
     *     message has a line for each fault
     */
    public static JobOptions parse(String... words) {
        JobOptionsParser parser = new JobOptionsParser();
        parser.collect(words);
        JobOptions options = parser.options();
        parser.requireDistinctTopics();
        parser.requireRepairsBeforeForgetting(options);
        if (!parser.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), parser.faults));
        }
        return options;
    }

    private void collect(String[] words) {
        for (int i = 0; i < words.length; i += 2) {
            JobOption option = find(words[i]);
            if (option == null) {
                faults.add(words[i] + " must be one of the job's options");
            } else if (i + 1 == words.length) {
                faults.add(words[i] + " must be followed by a value");
            } else if (given.put(option, words[i + 1]) != null) {
                faults.add(words[i] + " must be given once");
            }
        }
    }

    private static JobOption find(String word) {
        for (JobOption option : JobOption.values()) {
            if (word.equals(DASHES + option.label())) {
                return option;
            }
        }
        return null;
    }

    private JobOptions options() {
        return new JobOptions(
                text(JobOption.BOOTSTRAP),
                text(JobOption.READINGS_TOPIC),
                text(JobOption.RESULTS_TOPIC),
                text(JobOption.SHADOW_TOPIC),
                text(JobOption.EPISODES_TOPIC),
                text(JobOption.DEAD_LETTERS_TOPIC),
                text(JobOption.MODELS_TOPIC),
                text(JobOption.CONSUMER_GROUP),
                names(JobOption.GROUPS),
                alarms(),
                read(
                        JobOption.EARLIEST_TIME,
                        Instant::parse,
                        time -> true,
                        "an ISO-8601 time",
                        Instant.EPOCH),
                duration(JobOption.FURTHEST_AHEAD, Duration.ZERO),
                duration(JobOption.OUT_OF_ORDERNESS, Duration.ZERO),
                choice(JobOption.EMIT, "watermark", "arrival"),
                duration(JobOption.REPAIR_BOUND, Duration.ZERO),
                duration(JobOption.FORGET_AFTER, Duration.ofSeconds(1)),
                choice(JobOption.WITHOUT_MODEL, "wait", "generic")
                        ? WithoutModel.GENERIC
                        : WithoutModel.WAIT,
                choice(JobOption.CONTEXT, "off", "on"),
                duration(JobOption.QUIET_AFTER, Duration.ofMillis(1)),
                duration(JobOption.IDLENESS, Duration.ofMillis(1)),
                duration(JobOption.CHECKPOINT_INTERVAL, Duration.ofMillis(10)),
                duration(JobOption.TRANSACTION_TIMEOUT, Duration.ofSeconds(1), LONGEST_TRANSACTION),
                text(JobOption.TRANSACTION_PREFIX),
                keys(JobOption.TRUSTED_KEYS));
    }

    private AlarmRules alarms() {
        return new AlarmRules(
                read(
                        JobOption.ALARMS_PER_SENSOR_MONTH,
                        Double::parseDouble,
                        alarms -> alarms > 0 && alarms <= AlarmRules.MOST_PER_MONTH,
                        "a number above 0, at most 1e6",
                        1.0),
                read(
                        JobOption.ALARM_QUIET_READINGS,
                        Integer::parseInt,
                        count -> count >= 1,
                        "a whole number from 1 on",
                        1),
                duration(JobOption.NEW_NORMAL_AFTER, Duration.ofMillis(1)),
                read(
                        JobOption.SILENCE_SLOTS,
                        Integer::parseInt,
                        count -> count >= 1 && count <= Sensor.MOST_MISSED_SLOTS,
                        "a whole number, 1 to " + Sensor.MOST_MISSED_SLOTS,
                        1));
    }

    /** What is repaired must not have been forgotten. */
    private void requireRepairsBeforeForgetting(JobOptions options) {
        if (faults.isEmpty() && options.forgetAfter().compareTo(options.repairBound()) <= 0) {
            faults.add(
                    DASHES
                            + JobOption.FORGET_AFTER.label()
                            + " must be longer than "
                            + DASHES
                            + JobOption.REPAIR_BOUND.label()
                            + " ("
                            + options.repairBound()
                            + "): "
                            + raw(JobOption.FORGET_AFTER));
        }
    }

    /** Which of two words an option has. */
    private boolean choice(JobOption option, String ifFalse, String ifTrue) {
        return read(
                        option,
                        word -> List.of(ifFalse, ifTrue).indexOf(word),
                        place -> place >= 0,
                        ifFalse + " or " + ifTrue,
                        0)
                == 1;
    }

    /** A job that reads what it writes never ends. */
    private void requireDistinctTopics() {
        Map<String, JobOption> taken = new HashMap<>();
        for (JobOption option : TOPICS) {
            JobOption other = taken.putIfAbsent(raw(option), option);
            if (other != null && !raw(option).isBlank()) {
                faults.add(
                        DASHES
                                + option.label()
                                + " must differ from "
                                + DASHES
                                + other.label()
                                + ": "
                                + raw(option));
            }
        }
    }

    private String raw(JobOption option) {
        String value = given.get(option);
        return value == null ? option.standard().orElse("") : value;
    }

    private String text(JobOption option) {
        String value = raw(option);
        if (value.isBlank()) {
            faults.add(DASHES + option.label() + " must be given (" + option.meaning() + ")");
        }
        return value;
    }

    private Set<String> names(JobOption option) {
        Set<String> names = new TreeSet<>();
        for (String name : raw(option).split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private List<PublicKey> keys(JobOption option) {
        List<PublicKey> keys = new ArrayList<>();
        for (String text : names(option)) {
            try {
                keys.add(TrustedKey.parse(text));
            } catch (IllegalArgumentException e) {
                faults.add(DASHES + option.label() + " must be " + TrustedKey.RULE + ": " + text);
            }
        }
        return keys;
    }

    private Duration duration(JobOption option, Duration least) {
        return duration(option, least, LONGEST);
    }

    private Duration duration(JobOption option, Duration least, Duration most) {
        return read(
                option,
                Duration::parse,
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "an ISO-8601 duration, " + least + " to " + most,
                least);
    }

    private <T> T read(
            JobOption option,
            Function<String, T> parse,
            Predicate<T> inRange,
            String rule,
            T otherwise) {
        String raw = raw(option);
        try {
            T value = parse.apply(raw);
            if (inRange.test(value)) {
                return value;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // reported below, with the rule
        }
        faults.add(DASHES + option.label() + " must be " + rule + ": " + raw);
        return otherwise;
    }
}
