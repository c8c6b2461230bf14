package io.hindsight.benchmarks;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.schemas.Reading;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.HiddenCells;
import io.hindsight.trainer.judge.MaskFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A recording with a mask's cells as holes, as a stream that a job could be sent. */
record MaskedRecording(DataSet data, HiddenCells hidden) {

    /** Reads a recording as a bundle takes it, and the cells that are to be hidden. */
    static MaskedRecording read(Bundle bundle, Path recording, CsvOptions columns, Path mask) {
        List<String> sent = bundle.sentChannels();
        List<String> given = sent.subList(bundle.spec().answeredCount(), sent.size());
        DataSet data =
                DataSetReader.read(
                        List.of(recording),
                        columns.withChannels(sent)
                                .withGiven(given)
                                .withInterval(Duration.ofMillis(bundle.spec().intervalMillis())));
        return new MaskedRecording(data, MaskFile.read(mask, data));
    }

    /** All readings in the order of event time; a slot without a row has none. */
    void forEachReading(String group, Consumer<Reading> receiver) {
        long first = data.firstMillis();
        List<Integer> byPhase =
                IntStream.range(0, data.series().size())
                        .boxed()
                        .sorted(Comparator.comparingLong(this::phaseMillis))
                        .toList();
        for (long at = first; at <= data.lastMillis(); at += data.intervalMillis()) {
            for (int k : byPhase) {
                SensorSeries series = data.series().get(k);
                long slot = series.slotAt(at);
                if (slot >= 0 && slot < series.length() && series.isPresent((int) slot)) {
                    receiver.accept(reading(group, k, (int) slot));
                }
            }
        }
    }

    /** How far into each interval a sensor's slots are. */
    private long phaseMillis(int series) {
        return Math.floorMod(
                data.series().get(series).timeMillis(0) - data.firstMillis(),
                data.intervalMillis());
    }

    private Reading reading(String group, int index, int slot) {
        SensorSeries series = data.series().get(index);
        double[] values = new double[series.channelCount()];
        for (int d = 0; d < values.length; d++) {
            values[d] = hidden.isHidden(index, slot, d) ? Double.NaN : series.value(slot, d);
        }
        return new Reading(series.sensor(), group, series.timeMillis(slot), values);
    }

    /** Readings that the recording has. */
    long readings() {
        return data.series().stream()
                .mapToLong(
                        series ->
                                IntStream.range(0, series.length())
                                        .filter(series::isPresent)
                                        .count())
                .sum();
    }

    /** Whether a mask hides something of a slot. */
    boolean hidesSome(int series, int slot) {
        return IntStream.range(0, data.channels().size())
                .anyMatch(channel -> hidden.isHidden(series, slot, channel));
    }
}
