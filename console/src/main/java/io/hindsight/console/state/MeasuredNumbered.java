package io.hindsight.console.state;

import io.hindsight.job.state.Codec;
import io.hindsight.model.timeline.HeapNumbered;
import io.hindsight.model.timeline.Numbered;
import java.util.HashMap;
import java.util.Map;

/** A part of a sensor's past in memory that knows what it would come to in the job's state. */
final class MeasuredNumbered<T> implements Numbered<T> {
    private final Codec<T> codec;
    private final HeapNumbered<T> values = new HeapNumbered<>();
    private final Map<Long, Integer> lengths = new HashMap<>();
    private long bytes;

    MeasuredNumbered(Codec<T> codec) {
        this.codec = codec;
    }

    Kept measured() {
        return new Kept(lengths.size(), bytes);
    }

    @Override
    public T get(long number) {
        return values.get(number);
    }

    @Override
    public void put(long number, T value) {
        remove(number);
        values.put(number, value);
        int length = JobBytes.of(codec, value);
        lengths.put(number, length);
        bytes += length;
    }

    @Override
    public void remove(long number) {
        values.remove(number);
        Integer length = lengths.remove(number);
        bytes -= length == null ? 0 : length;
    }

    @Override
    public void clear() {
        values.clear();
        lengths.clear();
        bytes = 0;
    }
}
