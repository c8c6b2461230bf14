package io.hindsight.console.demo;

import io.hindsight.trainer.data.SensorSeries;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * One hidden gap, drawn with block characters: the truth, what was imputed, at once and when the
 * gap had closed, what was last seen.
 */
final class GapDrawing {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int SHORTEST = 18;
    private static final int MARGIN = 12;

    private GapDrawing() {}

    /** The first gap of at least {@value #SHORTEST} slots between two moments. */
    static Optional<String> ofALongGap(DemoRecording recording, Ledger ledger, int from, int to) {
        for (int d = 0; d < recording.whole().channels().size(); d++) {
            for (int k = 0; k < recording.whole().series().size(); k++) {
                int run = 0;
                for (int t = from; t < to - MARGIN; t++) {
                    if (!Double.isNaN(ledger.imputed(k, t, d))) {
                        run++;
                    } else if (run >= SHORTEST) {
                        return Optional.of(draw(recording, ledger, k, d, t - run, t));
                    } else {
                        run = 0;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String draw(
            DemoRecording recording, Ledger ledger, int sensor, int d, int from, int to) {
        SensorSeries series = recording.whole().series().get(sensor);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = from - MARGIN; t < to + MARGIN; t++) {
            if (!Double.isNaN(series.value(t, d))) {
                low = Math.min(low, series.value(t, d));
                high = Math.max(high, series.value(t, d));
            }
        }
        double bottom = low;
        double height = Math.max(high - low, 1e-9);
        IntToDoubleFunction seen =
                t -> t >= from && t < to ? Double.NaN : (series.value(t, d) - bottom) / height;
        IntToDoubleFunction truth = t -> (series.value(t, d) - bottom) / height;
        IntToDoubleFunction imputed = t -> (ledger.imputed(sensor, t, d) - bottom) / height;
        IntToDoubleFunction revised =
                t ->
                        t >= from && t < to
                                ? (ledger.revised(sensor, t, d) - bottom) / height
                                : Double.NaN;
        IntToDoubleFunction held =
                t ->
                        t >= from && t < to
                                ? (ledger.held(sensor, t, d) - bottom) / height
                                : Double.NaN;
        return String.format(
                Locale.ROOT,
                "%s at %s, %d hidden hours from %s (%.0f to %.0f)%n"
                        + "    truth             %s%n    seen by the job   %s%n"
                        + "    imputed           %s%n    revised           %s%n"
                        + "    last observation  %s",
                recording.whole().channels().get(d),
                series.sensor(),
                to - from,
                recording.time(from),
                low,
                high,
                line(truth, from, to),
                line(seen, from, to),
                line(imputed, from, to),
                line(revised, from, to),
                line(held, from, to));
    }

    private static String line(IntToDoubleFunction share, int from, int to) {
        StringBuilder line = new StringBuilder();
        for (int t = from - MARGIN; t < to + MARGIN; t++) {
            double value = share.applyAsDouble(t);
            int block = (int) Math.round(Math.min(Math.max(value, 0), 1) * (BLOCKS.length() - 1));
            line.append(Double.isNaN(value) ? ' ' : BLOCKS.charAt(block));
        }
        return line.toString();
    }
}
