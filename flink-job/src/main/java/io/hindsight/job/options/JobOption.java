package io.hindsight.job.options;

import java.util.Optional;

/** The job's options: name, type, default, meaning. The README's table is made of these lines. */
public enum JobOption {
    BOOTSTRAP("bootstrap", "HOST:PORT,…", null, "Kafka's brokers"),
    READINGS_TOPIC("readings-topic", "topic", "hindsight.readings", "where readings come from"),
    RESULTS_TOPIC("results-topic", "topic", "hindsight.results", "where results go, exactly once"),
    SHADOW_TOPIC(
            "shadow-topic",
            "topic",
            "hindsight.shadow",
            "where the results of shadow models go, exactly once"),
    EPISODES_TOPIC(
            "episodes-topic",
            "topic",
            "hindsight.episodes",
            "where alarms go, at once and at least once"),
    DEAD_LETTERS_TOPIC(
            "dead-letters-topic",
            "topic",
            "hindsight.dead-letters",
            "where records go that could not be used, exactly once"),
    MODELS_TOPIC("models-topic", "topic", "hindsight.models", "where models come from; compacted"),
    CONSUMER_GROUP("consumer-group", "text", "hindsight", "Kafka consumer group of the readings"),
    GROUPS(
            "groups",
            "name,…",
            "",
            "sensor groups that are served; readings of others are dead letters; empty: all"),
    ALARMS_PER_SENSOR_MONTH(
            "alarms-per-sensor-month",
            "number",
            "1",
            "alarms that a sensor may raise in 30 days of normal data, above 0, at most 1e6"),
    ALARM_QUIET_READINGS(
            "alarm-quiet-readings",
            "count",
            "6",
            "readings in a row with nothing strange that close an episode"),
    NEW_NORMAL_AFTER(
            "new-normal-after",
            "duration",
            "P1D",
            "time after which what has changed is the new normal, and its episode ends as that"),
    SILENCE_SLOTS(
            "silence-slots",
            "count",
            "3",
            "readings in a row that were due and did not come that raise an alarm, 1 to 168"),
    EARLIEST_TIME(
            "earliest-time",
            "ISO-8601",
            "1990-01-01T00:00:00Z",
            "event times before this are dead letters"),
    FURTHEST_AHEAD(
            "furthest-ahead",
            "duration",
            "P1D",
            "event times further than this after the record's Kafka timestamp are dead letters"),
    OUT_OF_ORDERNESS(
            "out-of-orderness", "duration", "PT1M", "how far the watermark trails event time"),
    EMIT(
            "emit",
            "word",
            "watermark",
            "when a reading is taken: at the watermark (once, in order), or on arrival (at once;"
                    + " disorder is repaired)"),
    REPAIR_BOUND(
            "repair-bound",
            "duration",
            "PT1H",
            "how far behind the watermark a reading may be and still be repaired, within its"
                    + " sensor's last 192 slots; a later one is a dead letter"),
    FORGET_AFTER(
            "forget-after",
            "duration",
            "P30D",
            "all of a sensor is forgotten when it has sent nothing for this long"),
    WITHOUT_MODEL(
            "without-model",
            "word",
            "wait",
            "what becomes of readings whose group has no model yet: wait, they are kept for the"
                    + " first one; generic: each sensor is judged at once, by its own past alone"),
    CONTEXT(
            "context",
            "word",
            "off",
            "on: the job works out the context of groups whose models were trained with it;"
                    + " off: it refuses such models"),
    QUIET_AFTER(
            "quiet-after",
            "duration",
            "PT10S",
            "when all readings stand still for this long, event time goes on by the clock: what"
                    + " waits is taken, what is due is imputed"),
    IDLENESS(
            "idleness",
            "duration",
            "PT10S",
            "a partition silent for this long no longer holds the watermark back"),
    CHECKPOINT_INTERVAL(
            "checkpoint-interval",
            "duration",
            "PT10S",
            "time between checkpoints, where Flink's own settings name none; results become visible"
                    + " with each one"),
    TRANSACTION_TIMEOUT(
            "transaction-timeout",
            "duration",
            "PT10M",
            "Kafka's limit for a transaction; at most the broker's own limit, 15 min by default"),
    TRANSACTION_PREFIX(
            "transaction-prefix",
            "text",
            "hindsight",
            "starts the ids of the job's transactions; one for each job on a broker"),
    TRUSTED_KEYS(
            "trusted-keys",
            "base64,…",
            "",
            "Ed25519 public keys (X.509), one of which must have signed a model; empty: none needs"
                    + " to");

    private final String label;
    private final String type;
    private final String standard;
    private final String meaning;

    JobOption(String label, String type, String standard, String meaning) {
        this.label = label;
        this.type = type;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The name on the command line, without its dashes. */
    public String label() {
        return label;
    }

    /** What a value looks like. */
    public String type() {
        return type;
    }

    /** The value if none is given; empty if one must be. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    public String meaning() {
        return meaning;
    }

    /** All options as a Markdown table. */
    public static String table() {
        StringBuilder table =
                new StringBuilder("| option | type | default | meaning |\n|---|---|---|---|\n");
        for (JobOption option : values()) {
            String standard =
                    option.standard()
                            .map(text -> text.isEmpty() ? "(empty)" : "`" + text + "`")
                            .orElse("must be given");
            table.append("| `--")
                    .append(option.label)
                    .append("` | ")
                    .append(option.type)
                    .append(" | ")
                    .append(standard)
                    .append(" | ")
                    .append(option.meaning)
                    .append(" |\n");
        }
        return table.toString();
    }
}
