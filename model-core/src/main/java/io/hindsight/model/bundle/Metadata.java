package io.hindsight.model.bundle;

import io.hindsight.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts in a file's header, each asked for by its key and as what it must be. */
final class Metadata {
    private final Map<String, String> texts;

    Metadata(Map<String, String> texts) {
        this.texts = texts;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String text(String key) throws BundleException {
        String text = texts.get(key);
        if (text == null) {
            throw new BundleException("metadata must have " + key);
        }
        return text;
    }

    long number(String key) throws BundleException {
        String text = text(key);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BundleException(key + " must be a whole number: " + text, e);
        }
    }

    int whole(String key, int least, int most) throws BundleException {
        long number = number(key);
        if (number < least || number > most) {
            throw new BundleException(key + " must be " + least + " to " + most + ": " + number);
        }
        return (int) number;
    }

    /** The elements of a JSON list, all of one kind. */
    <T> List<T> list(String key, Class<T> of) throws BundleException {
        List<T> list = new ArrayList<>();
        try {
            for (Object element : Json.readList(text(key))) {
                if (!of.isInstance(element)) {
                    throw new BundleException(
                            key + " must hold " + of.getSimpleName() + "s: " + element);
                }
                list.add(of.cast(element));
            }
        } catch (IOException e) {
            throw new BundleException(key + " must be a JSON list: " + e.getMessage(), e);
        }
        return list;
    }

    /** Refuses a file that has another text there, or none. */
    void require(String key, String text) throws BundleException {
        if (!text.equals(texts.get(key))) {
            throw new BundleException("%s must be %s: %s".formatted(key, text, texts.get(key)));
        }
    }

    /** All texts whose keys begin so, by what comes after that. */
    Map<String, String> under(String prefix) {
        Map<String, String> under = new TreeMap<>();
        texts.forEach(
                (key, text) -> {
                    if (key.startsWith(prefix)) {
                        under.put(key.substring(prefix.length()), text);
                    }
                });
        return under;
    }
}
