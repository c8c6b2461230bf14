package io.hindsight.model.suppress;

import io.hindsight.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group's rules as people write them: JSON, one object with a list of {@code rules}. Every rule
 * has a {@code name}, a {@code kind}, and where it is for one sensor alone a {@code sensor}; the
 * kind says which fields are beside them:
 *
 * <pre>
 *   absolute      channel, bound        deviations below the bound, in the channel's unit
 *   relative      channel, bound        deviations below this share of what was expected
 *   direction     channel, ignore       deviations above, or below, what was expected
 *   channel       channel               all of them
 *   maintenance   from, until           all of them, of all channels, for a while of event time
 * </pre>
 *
 * A field that is not known is a fault, and so are two rules of one name.
 */
public final class SuppressionFile {
    /** Rules in a file at most. */
    public static final int MOST_RULES = 128;

    private SuppressionFile() {}

    /**
     * @throws SuppressionFileException if the text is no such file
     */
    public static List<Rule> read(String text) throws SuppressionFileException {
        Map<String, Object> object;
        try {
            object = Json.readDocument(text);
        } catch (IOException e) {
            throw new SuppressionFileException("rules", "must stand in JSON", e.getMessage());
        }
        Fields file = new Fields("", object);
        Object list = file.given("rules");
        if (!(list instanceof List<?> entries)) {
            throw file.fault("rules", "must be a list", list);
        }
        if (entries.size() > MOST_RULES) {
            throw file.fault("rules", "must be at most " + MOST_RULES, entries.size());
        }
        file.expectNoMore();
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < entries.size(); k++) {
            rules.add(rule(file, "rules[" + k + "]", entries.get(k), rules));
        }
        return List.copyOf(rules);
    }

    private static Rule rule(Fields file, String path, Object entry, List<Rule> before)
            throws SuppressionFileException {
        if (!(entry instanceof Map<?, ?> object)) {
            throw file.fault(path, "must be an object", entry);
        }
        Fields fields = new Fields(path + ".", object);
        Rule rule = rule(fields);
        fields.expectNoMore();
        if (before.stream().anyMatch(other -> other.name().equals(rule.name()))) {
            throw fields.fault("name", "must be another than those before it", rule.name());
        }
        return rule;
    }

    private static Rule rule(Fields in) throws SuppressionFileException {
        String name = in.name("name");
        var sensor = in.nameIfAny("sensor");
        String kind = in.name("kind");
        return switch (kind) {
            case "absolute" ->
                    new Rule.Absolute(name, sensor, in.name("channel"), in.positive("bound"));
            case "relative" ->
                    new Rule.Relative(name, sensor, in.name("channel"), in.positive("bound"));
            case "direction" -> new Rule.Direction(name, sensor, in.name("channel"), side(in));
            case "channel" -> new Rule.Channel(name, sensor, in.name("channel"));
            case "maintenance" -> {
                long from = in.timeMillis("from");
                long until = in.timeMillis("until");
                if (until <= from) {
                    throw in.fault(
                            "until",
                            "must be after from, " + Instant.ofEpochMilli(from),
                            Instant.ofEpochMilli(until));
                }
                yield new Rule.Maintenance(name, sensor, from, until);
            }
            default ->
                    throw in.fault(
                            "kind",
                            "must be absolute, relative, direction, channel or maintenance",
                            kind);
        };
    }

    private static Rule.Side side(Fields in) throws SuppressionFileException {
        Object word = in.given("ignore");
        for (Rule.Side side : Rule.Side.values()) {
            if (side.word().equals(word)) {
                return side;
            }
        }
        throw in.fault("ignore", "must be above or below", word);
    }

    /** The rules as a file that reads back to them. */
    public static String write(List<Rule> rules) {
        return Json.write(Map.of("rules", rules.stream().map(SuppressionFile::fields).toList()));
    }

    /** One rule as it stands in a file. */
    public static String write(Rule rule) {
        return Json.write(fields(rule));
    }

    private static Map<String, Object> fields(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        rule.sensor().ifPresent(sensor -> fields.put("sensor", sensor));
        if (rule instanceof Rule.Absolute near) {
            fields.put("kind", "absolute");
            fields.put("channel", near.channel());
            fields.put("bound", near.bound());
        } else if (rule instanceof Rule.Relative near) {
            fields.put("kind", "relative");
            fields.put("channel", near.channel());
            fields.put("bound", near.bound());
        } else if (rule instanceof Rule.Direction direction) {
            fields.put("kind", "direction");
            fields.put("channel", direction.channel());
            fields.put("ignore", direction.side().word());
        } else if (rule instanceof Rule.Channel channel) {
            fields.put("kind", "channel");
            fields.put("channel", channel.channel());
        } else if (rule instanceof Rule.Maintenance window) {
            fields.put("kind", "maintenance");
            fields.put("from", Instant.ofEpochMilli(window.fromMillis()).toString());
            fields.put("until", Instant.ofEpochMilli(window.untilMillis()).toString());
        }
        return fields;
    }
}
