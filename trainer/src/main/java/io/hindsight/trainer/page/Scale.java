package io.hindsight.trainer.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a value stands on the paper, and round values in between.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}
 * @param start in the picture's units
 * @param end in the picture's units
 */
public record Scale(double low, double high, double start, double end) {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] TIME_STEPS = {
        1,
        10,
        100,
        1000,
        5000,
        15_000,
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        4 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY,
        91 * DAY,
        182 * DAY,
        364 * DAY,
        1820 * DAY,
        3640 * DAY
    };

    /** Values of one spot get some room around it. */
    public Scale {
        if (!(low < high)) {
            double room = Math.max(1e-6, Math.abs(low) * 0.1);
            double middle = Double.isFinite(low) ? low : 0;
            low = middle - room;
            high = middle + room;
        }
    }

    public double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    /** About so many steps of 1, 2 or 5 times a power of ten. */
    public double[] ticks(int count) {
        double rough = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long k = first; k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks.stream().mapToDouble(tick -> tick).toArray();
    }

    /** As many digits as the steps have. */
    public static String label(double tick, double[] ticks) {
        double step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : Math.abs(tick);
        double largest = Math.max(Math.abs(ticks[0]), Math.abs(ticks[ticks.length - 1]));
        if (largest >= 1e7 || (step > 0 && step < 1e-5)) {
            return String.format(Locale.ROOT, "%.2g", tick);
        }
        int digits = step > 0 ? (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-6)) : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f", tick);
    }

    /** At most so many round times, of a scale of milliseconds since 1970. */
    public long[] timeTicks(int most) {
        long step = TIME_STEPS[TIME_STEPS.length - 1];
        for (int k = TIME_STEPS.length - 1; k >= 0; k--) {
            if ((high - low) / TIME_STEPS[k] <= most) {
                step = TIME_STEPS[k];
            }
        }
        List<Long> ticks = new ArrayList<>();
        for (long t = -Math.floorDiv(-(long) low, step) * step; t <= high; t += step) {
            ticks.add(t);
        }
        return ticks.stream().mapToLong(tick -> tick).toArray();
    }

    /** The day at midnight, else the time of day; UTC. */
    public static String timeLabel(long tick, long[] ticks) {
        long step = ticks.length > 1 ? ticks[1] - ticks[0] : DAY;
        boolean midnight = Math.floorMod(tick, DAY) == 0;
        String pattern =
                step >= 28 * DAY
                        ? "MMM yyyy"
                        : midnight ? "d MMM" : step >= MINUTE ? "HH:mm" : "HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(tick));
    }
}
