package io.hindsight.trainer.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page says them; a number that there is not is a dash. */
public final class Numbers {
    public static final String NONE = "–";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** An error in z units. */
    public static String z(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : NONE;
    }

    /** Three digits that count, or all before the point. */
    public static String natural(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
        return size == 0 ? "0" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** The same, with the unit. */
    public static String zUnits(double value) {
        return z(value) + "\u00a0z";
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        if (share > 0 && share < 0.0005) {
            return "<\u00a00.1\u00a0%";
        }
        return share < 1 && share > 0.9995
                ? ">\u00a099.9\u00a0%"
                : String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    public static String wholePercent(double share) {
        return Double.isFinite(share)
                ? String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share)
                : NONE;
    }

    public static String minute(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }

    /** As finely as it needs: to the minute, the second or the millisecond. */
    public static String moment(long millis) {
        String full = Instant.ofEpochMilli(millis).toString();
        String text = full.substring(0, full.length() - 1).replace('T', ' ');
        return text.endsWith(":00") ? text.substring(0, text.length() - 3) : text;
    }

    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 86_400 == 0) {
            return seconds == 86_400 ? "1 day" : seconds / 86_400 + " days";
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return seconds == 3_600 ? "1 hour" : seconds / 3_600 + " hours";
        }
        return seconds > 0 && seconds % 60 == 0
                ? seconds / 60 + " min"
                : natural(duration.toMillis() / 1e3) + " s";
    }

    /** Of how long something took. */
    public static String seconds(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
