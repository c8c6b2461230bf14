package io.hindsight.model.timeline;

import java.util.HashMap;
import java.util.Map;

/** A part of a sensor's past in memory, for everything that runs outside a cluster. */
public final class HeapNumbered<T> implements Numbered<T> {
    private final Map<Long, T> values = new HashMap<>();

    @Override
    public T get(long number) {
        return values.get(number);
    }

    @Override
    public void put(long number, T value) {
        values.put(number, value);
    }

    @Override
    public void remove(long number) {
        values.remove(number);
    }

    @Override
    public void clear() {
        values.clear();
    }

    public int size() {
        return values.size();
    }
}
