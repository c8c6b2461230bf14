package io.hindsight.benchmarks.detect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a bench is told: options, each with a value or more. */
public final class BenchArguments {
    private final Map<String, List<String>> options;

    private BenchArguments(Map<String, List<String>> options) {
        this.options = options;
    }

    /**
     * @throws IllegalArgumentException if an option is not known or has no value
     */
    public static BenchArguments of(List<String> args, String... known) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> values = null;
        for (String arg : args) {
            if (arg.startsWith("--")) {
                if (!Set.of(known).contains(arg)) {
                    throw new IllegalArgumentException(
                            "an option must be one of %s: %s"
                                    .formatted(String.join(", ", known), arg));
                }
                values = options.computeIfAbsent(arg, key -> new ArrayList<>());
            } else if (values == null) {
                throw new IllegalArgumentException("an option must come first: " + arg);
            } else {
                values.add(arg);
            }
        }
        options.forEach(
                (name, given) -> {
                    if (given.isEmpty()) {
                        throw new IllegalArgumentException(name + " must have a value");
                    }
                });
        return new BenchArguments(options);
    }

    /** The one value of an option; empty if it is not given. */
    public Optional<String> one(String name) {
        List<String> given = any(name);
        if (given.size() > 1) {
            throw new IllegalArgumentException(name + " must have one value: " + given);
        }
        return given.stream().findFirst();
    }

    /** All values of an option; none if it is not given. */
    public List<String> any(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** All values of an option that must be given. */
    public List<String> many(String name) {
        if (!options.containsKey(name)) {
            throw notGiven(name);
        }
        return any(name);
    }

    /** The one value of an option that must be given. */
    public String text(String name) {
        return one(name).orElseThrow(() -> notGiven(name));
    }

    private static IllegalArgumentException notGiven(String name) {
        return new IllegalArgumentException(name + " must be given");
    }

    /** A file or folder that must be given. */
    public Path path(String name) {
        return Path.of(text(name));
    }

    /** A positive number. */
    public double number(String name, double otherwise) {
        Optional<String> given = one(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(given.get());
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notPositive(name, given.get(), e);
        }
        throw notPositive(name, given.get(), null);
    }

    private static IllegalArgumentException notPositive(String name, String value, Exception e) {
        return new IllegalArgumentException(name + " must be a positive number: " + value, e);
    }

    /** Kinds of detectors to run beside the product's. */
    public List<DetectorKind> peers() {
        return one("--peers").map(Detectors::named).orElse(List.of());
    }
}
