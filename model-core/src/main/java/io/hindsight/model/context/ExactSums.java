package io.hindsight.model.context;

import java.util.Arrays;

/**
 * Sums of float32 values, side by side, each kept exactly: the order in which values come means
 * nothing, sums of parts add up to the sum of the whole, and a value can be taken out again as if
 * it had never been in.
 *
 * <p>A finite float32 is m · 2^(s − 149) with a whole m below 2^24 and s of 0 to 253. A sum is
 * {@value #BINS} whole numbers, bin k in units of 2^(32 k − 149). Adding a value adds the two
 * 32-bit halves of m · 2^(s mod 32) to bins s / 32 and the one above; nothing is carried from bin
 * to bin before a sum is read. Bins are signed longs, so that two thousand million values fit.
 * Values that are larger than float32 knows count as its largest.
 */
public final class ExactSums {
    /** Bins of a sum. */
    static final int BINS = 9;

    private static final int BIN_BITS = 32;
    private static final long DIGIT = 0xffffffffL;
    private static final int SIGNIFICAND_BITS = 23;
    private static final int LOWEST_EXPONENT = -149;

    final long[] bins;

    /**
     * @param count number of sums
     */
    public ExactSums(int count) {
        this(new long[count * BINS]);
    }

    private ExactSums(long[] bins) {
        this.bins = bins;
    }

    /** A value as it is summed: the nearest float32, of those beyond all of them the largest. */
    public static float rounded(double value) {
        float nearest = (float) value;
        return Float.isInfinite(nearest) ? Math.copySign(Float.MAX_VALUE, nearest) : nearest;
    }

    public int count() {
        return bins.length / BINS;
    }

    /** Adds a value, not NaN, to a sum. */
    public void add(int sum, double value) {
        float rounded = rounded(value);
        put(bins, sum * BINS, rounded, rounded < 0 ? -1 : 1);
    }

    /** Takes a value out of a sum that it is in. */
    public void remove(int sum, double value) {
        float rounded = rounded(value);
        put(bins, sum * BINS, rounded, rounded < 0 ? 1 : -1);
    }

    /** Adds the sums of other values, each to the one in its place. */
    public void add(ExactSums others) {
        if (others.bins.length != bins.length) {
            throw new IllegalArgumentException(
                    "sums must be as many: " + count() + " and " + others.count());
        }
        for (int k = 0; k < bins.length; k++) {
            bins[k] += others.bins[k];
        }
    }

    /** The double that is nearest to the sum, of two equally near ones the even one. */
    public double value(int sum) {
        return nearest(bins, sum * BINS);
    }

    /** What {@link #value} would be if the value, which is in the sum, were not. */
    public double valueWithout(int sum, double value) {
        long[] rest = Arrays.copyOfRange(bins, sum * BINS, (sum + 1) * BINS);
        float rounded = rounded(value);
        put(rest, 0, rounded, rounded < 0 ? 1 : -1);
        return nearest(rest, 0);
    }

    public ExactSums copy() {
        return new ExactSums(bins.clone());
    }

    private static void put(long[] bins, int from, float value, int sign) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = bits >>> SIGNIFICAND_BITS & 0xff;
        long significand = bits & (1 << SIGNIFICAND_BITS) - 1;
        if (exponent > 0) {
            significand |= 1 << SIGNIFICAND_BITS;
        }
        int shift = Math.max(0, exponent - 1);
        long wide = significand << shift % BIN_BITS;
        int bin = from + shift / BIN_BITS;
        bins[bin] += sign * (wide & DIGIT);
        bins[bin + 1] += sign * (wide >>> BIN_BITS);
    }

    /** Carries from bin to bin, and rounds the digits that come of it once. */
    private static double nearest(long[] bins, int from) {
        long[] digits = new long[BINS + 1];
        long carry = 0;
        for (int k = 0; k < BINS; k++) {
            long bin = bins[from + k] + carry;
            digits[k] = bin & DIGIT;
            carry = bin >> BIN_BITS;
        }
        digits[BINS] = carry;
        boolean negative = carry < 0;
        if (negative) {
            negate(digits);
        }
        double magnitude = magnitude(digits);
        return negative ? -magnitude : magnitude;
    }

    private static void negate(long[] digits) {
        long carry = 1;
        for (int k = 0; k < BINS; k++) {
            long digit = (~digits[k] & DIGIT) + carry;
            digits[k] = digit & DIGIT;
            carry = digit >>> BIN_BITS;
        }
        digits[BINS] = ~digits[BINS] + carry;
    }

    /** The highest 63 bits, the last of them 1 if any below is: rounding sees them all. */
    private static double magnitude(long[] digits) {
        int top = BINS;
        while (top >= 0 && digits[top] == 0) {
            top--;
        }
        if (top < 0) {
            return 0;
        }
        int free = Long.numberOfLeadingZeros(digits[top]) - BIN_BITS;
        long high = digits[top] << BIN_BITS | digit(digits, top - 1);
        long next = digit(digits, top - 2);
        long window = (high << free) | (next >>> (BIN_BITS - free));
        boolean more = (window & 1) != 0 || (next << free & DIGIT) != 0;
        for (int k = top - 3; k >= 0; k--) {
            more |= digits[k] != 0;
        }
        long bits = window >>> 1 | (more ? 1 : 0);
        return Math.scalb((double) bits, BIN_BITS * (top - 1) - free + 1 + LOWEST_EXPONENT);
    }

    private static long digit(long[] digits, int place) {
        return place < 0 ? 0 : digits[place];
    }

    /** Whether the same values were added and removed, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSums that && Arrays.equals(bins, that.bins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins);
    }
}
