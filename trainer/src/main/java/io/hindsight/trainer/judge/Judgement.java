package io.hindsight.trainer.judge;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model beside baselines, on the same hidden cells.
 *
 * @param intervals how the figures' intervals were made
 * @param methods in the order of {@link MethodName}
 */
public record Judgement(Intervals intervals, @JsonIgnore Map<MethodName, MethodFigures> methods) {
    public Judgement {
        methods = Collections.unmodifiableMap(new EnumMap<>(methods));
    }

    public Optional<MethodFigures> of(MethodName name) {
        return Optional.ofNullable(methods.get(name));
    }

    /** The model's step, which never looks ahead. */
    public MethodFigures causal() {
        return methods.get(MethodName.CAUSAL);
    }

    /** Last observation carried forward; the training mean before any. */
    public MethodFigures locf() {
        return methods.get(MethodName.LOCF);
    }

    /** The line between the values on both sides: sees the future. */
    public MethodFigures linear() {
        return methods.get(MethodName.LINEAR);
    }

    /** The methods by the words that the JSON has for them. */
    @JsonAnyGetter
    Map<String, MethodFigures> byKey() {
        Map<String, MethodFigures> byKey = new LinkedHashMap<>();
        methods.forEach((name, figures) -> byKey.put(name.key(), figures));
        return byKey;
    }
}
