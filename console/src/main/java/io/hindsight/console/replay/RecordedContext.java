package io.hindsight.console.replay;

import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.CountedReading;
import io.hindsight.model.context.SlotContext;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.SlotsContext;
import io.hindsight.trainer.data.Row;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The context of a group over a whole recording: its rows are counted first, in one pass that keeps
 * the sums of the slots and no row, and widened in a second one. Of several rows of a sensor in one
 * slot the first counts.
 */
public final class RecordedContext {
    private final ContextSpec spec;
    private final Map<Long, SlotContext> slots = new HashMap<>();
    private final Map<String, Sensor> sensors = new HashMap<>();

    private RecordedContext(ContextSpec spec) {
        this.spec = spec;
    }

    /** A recording that can be gone through once more. */
    @FunctionalInterface
    public interface Recording {
        void forEach(Consumer<Row> receiver);
    }

    /** Counts a whole recording. */
    public static RecordedContext of(ContextSpec spec, Recording recording) {
        RecordedContext context = new RecordedContext(spec);
        Map<String, Integer> numbers = new HashMap<>();
        Map<Long, BitSet> counted = new HashMap<>();
        recording.forEach(
                row -> {
                    long slot = spec.slotMillis(row.timeMillis());
                    int sensor = numbers.computeIfAbsent(row.sensor(), name -> numbers.size());
                    BitSet there = counted.computeIfAbsent(slot, at -> new BitSet());
                    if (!there.get(sensor)) {
                        there.set(sensor);
                        context.slots
                                .computeIfAbsent(slot, at -> new SlotContext(spec.predicted()))
                                .add(row.values());
                    }
                });
        return context;
    }

    /**
     * A row with its context, in the order of the recording; holes for a row that is not after its
     * sensor's last one, since nothing is answered for it.
     */
    public Row widened(Row row) {
        Sensor sensor = sensors.computeIfAbsent(row.sensor(), name -> new Sensor());
        double[] values = row.values();
        double[] wide =
                sensor.lastMillis < row.timeMillis()
                        ? sensor.widen(row.timeMillis(), values)
                        : spec.widen(values, values, null);
        return new Row(row.sensor(), row.timeMillis(), wide);
    }

    /** What the step is told of a row that has no context, and of a slot that has no row. */
    public GivenContext given() {
        return new SlotsContext((same, slot) -> slots.get(slot));
    }

    /** All columns of a sensor's slot that has no row: holes, and the context. */
    public double[] missed(long timeMillis) {
        double[] holes = new double[spec.sent()];
        Arrays.fill(holes, Double.NaN);
        long slot = spec.slotMillis(timeMillis);
        return spec.widen(holes, holes, slots.get(slot));
    }

    private final class Sensor {
        private final CountedReading counted = new CountedReading();
        private long lastMillis = Long.MIN_VALUE;

        private double[] widen(long timeMillis, double[] values) {
            lastMillis = timeMillis;
            long slot = spec.slotMillis(timeMillis);
            return spec.widen(values, counted.of(slot, values), slots.get(slot));
        }
    }
}
