package io.hindsight.model.episode;

import java.util.Locale;

/**
 * How finely numbers are told: as the width of what is usual has two digits, or a tenth of the
 * difference if that is more.
 *
 * @param behindPoint digits there
 * @param plain whether the numbers are small enough to be written out
 */
record Digits(int behindPoint, boolean plain) {
    private static final int MOST = 6;
    private static final double LARGE = 1e7;

    static Digits of(double seen, double expected, double width) {
        double difference = Math.abs(seen - expected);
        double size = width > 0 ? Math.max(width, difference / 10) : difference;
        double largest =
                Double.isNaN(expected)
                        ? Math.abs(seen)
                        : Math.max(Math.abs(seen), Math.abs(expected));
        return new Digits(behindPoint(size), largest < LARGE);
    }

    private static int behindPoint(double size) {
        double least = size > 0 ? 1 - Math.floor(StrictMath.log10(size)) : 2;
        return (int) Math.max(0, Math.min(MOST, least));
    }

    /** A width by its own digits, where it is narrower than what is told. */
    String textOfWidth(double width) {
        int own = behindPoint(width);
        return own <= behindPoint || !plain
                ? text(width)
                : String.format(Locale.ROOT, "%.2g", width);
    }

    String text(double value) {
        String text =
                plain
                        ? String.format(Locale.ROOT, "%,." + behindPoint + "f", value)
                        : String.format(Locale.ROOT, "%.3g", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
