package io.hindsight.job.step;

import io.hindsight.model.timeline.Numbered;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** A part of the current key's past in Flink's state: an entry for each number. */
final class KeyedNumbered<T> implements Numbered<T> {
    private final MapState<Long, T> values;

    KeyedNumbered(RuntimeContext context, String name, TypeInformation<T> type) {
        values = context.getMapState(new MapStateDescriptor<>(name, Types.LONG, type));
    }

    @Override
    public T get(long number) {
        try {
            return values.get(number);
        } catch (Exception e) {
            throw new IllegalStateException("reading a sensor's past", e);
        }
    }

    @Override
    public void put(long number, T value) {
        try {
            values.put(number, value);
        } catch (Exception e) {
            throw new IllegalStateException("writing a sensor's past", e);
        }
    }

    @Override
    public void remove(long number) {
        try {
            values.remove(number);
        } catch (Exception e) {
            throw new IllegalStateException("writing a sensor's past", e);
        }
    }

    @Override
    public void clear() {
        values.clear();
    }
}
