package io.hindsight.schemas;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/** One kind of record: its wire, values drawn by a seed, and each value as Avro's own record. */
record RecordCase<T>(
        String record, Wire<T> wire, Function<Random, T> draw, Function<T, GenericRecord> generic) {

    static Stream<RecordCase<?>> all() {
        return Stream.of(
                new RecordCase<>("reading", Wires.READING, Draws::reading, Generics::reading),
                new RecordCase<>("result", Wires.RESULT, Draws::result, Generics::result),
                new RecordCase<>("episode", Wires.EPISODE, Draws::episode, Generics::episode),
                new RecordCase<>(
                        "model-release",
                        Wires.MODEL_RELEASE,
                        Draws::modelRelease,
                        Generics::modelRelease),
                new RecordCase<>(
                        "model-schedule",
                        Wires.MODEL_SCHEDULE,
                        Draws::modelSchedule,
                        Generics::modelSchedule),
                new RecordCase<>(
                        "model-suppression",
                        Wires.MODEL_SUPPRESSION,
                        Draws::modelSuppression,
                        Generics::modelSuppression),
                new RecordCase<>(
                        "model-times", Wires.MODEL_TIMES, Draws::modelTimes, Generics::modelTimes),
                new RecordCase<>(
                        "dead-letter", Wires.DEAD_LETTER, Draws::deadLetter, Generics::deadLetter));
    }

    @Override
    public String toString() {
        return record;
    }
}
