package io.hindsight.model.timeline;

/** One part of a sensor's past: values under running numbers, written once and read seldom. */
public interface Numbered<T> {
    T get(long number);

    void put(long number, T value);

    void remove(long number);

    /** Forgets all of them. */
    void clear();
}
