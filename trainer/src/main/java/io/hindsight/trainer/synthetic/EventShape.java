package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/**
 * What an event makes of the rows that it touches. Sizes are multiples of the scale just before it,
 * times the strength; holes stay holes.
 */
final class EventShape {
    private static final double SPIKE = 5;
    private static final double SHIFT = 3;
    private static final double DROP = 2;
    private static final double DRIFT = 4;
    private static final double BUMP = 3;
    private static final double MORE_NOISE = 3;
    private static final double LESS_NOISE = 0.1;
    private static final int NEIGHBOURS = 12;

    private final double[] normal;
    private final double rowsPerDay;
    private final double strength;
    private final SplittableRandom random;

    EventShape(double[] normal, double rowsPerDay, double strength, SplittableRandom random) {
        this.normal = normal;
        this.rowsPerDay = rowsPerDay;
        this.strength = strength;
        this.random = random;
    }

    /** The values of the rows from begin to before end. */
    double[] values(EventKind kind, int begin, int end) {
        LocalScale scale = LocalScale.before(normal, begin);
        double sign = random.nextBoolean() ? strength : -strength;
        double size = sign * scale.deviation() * random.nextDouble(1, 1.5);
        return switch (kind) {
            case SPIKE -> added(begin, end, share -> SPIKE * size);
            case LEVEL_SHIFT -> added(begin, end, share -> SHIFT * size);
            case TREND -> added(begin, end, share -> DRIFT * size * share);
            case BUMP -> added(begin, end, share -> BUMP * size * StrictMath.sin(Math.PI * share));
            case NOISE_UP -> {
                double noise = strength * MORE_NOISE * scale.noise();
                yield added(begin, end, share -> noise * random.nextGaussian());
            }
            case NOISE_DOWN -> calmed(begin, end);
            case DROPOUT -> held(begin, end, bottom(scale));
            case FROZEN -> held(begin, end, normal[begin - 1]);
            case WRONG_HOUR -> played(begin, end, days(0.35, 0.65), 1);
            case PHASE -> played(begin, end, days(0.12, 0.3), 1);
            case FREQUENCY ->
                    played(begin, end, wholeDays(end - begin), random.nextBoolean() ? 2 : 0.5);
        };
    }

    private interface Curve {
        /** What is added, of the share of the event's rows that have passed. */
        double at(double share);
    }

    private double[] added(int begin, int end, Curve curve) {
        double[] values = new double[end - begin];
        for (int k = 0; k < values.length; k++) {
            values[k] = normal[begin + k] + curve.at((k + 1.0) / (values.length + 1));
        }
        return values;
    }

    /** Zero if that is far below all, else a little below all. */
    private double bottom(LocalScale scale) {
        double below = scale.least() - strength * DROP * scale.deviation();
        return below > 0 ? 0 : below;
    }

    private double[] held(int begin, int end, double value) {
        double[] values = new double[end - begin];
        for (int k = 0; k < values.length; k++) {
            values[k] = Double.isNaN(normal[begin + k]) ? Double.NaN : value;
        }
        return values;
    }

    private double[] calmed(int begin, int end) {
        double[] values = new double[end - begin];
        double left = StrictMath.pow(LESS_NOISE, strength);
        for (int k = 0; k < values.length; k++) {
            double smooth = smooth(begin + k);
            values[k] = smooth + left * (normal[begin + k] - smooth);
        }
        return values;
    }

    private double smooth(int row) {
        double sum = 0;
        int count = 0;
        int last = Math.min(row + NEIGHBOURS, normal.length - 1);
        for (int t = Math.max(0, row - NEIGHBOURS); t <= last; t++) {
            if (!Double.isNaN(normal[t])) {
                sum += normal[t];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The series from so many rows before on, at a speed. */
    private double[] played(int begin, int end, int rowsBefore, double speed) {
        double[] values = new double[end - begin];
        for (int k = 0; k < values.length; k++) {
            double at = begin - rowsBefore + speed * k;
            int row = Math.max(0, (int) Math.floor(at));
            double share = Math.max(0, at - row);
            double next = share == 0 ? 0 : share * (normal[row + 1] - normal[row]);
            values[k] = Double.isNaN(normal[begin + k]) ? Double.NaN : normal[row] + next;
        }
        return values;
    }

    private int days(double least, double most) {
        return Math.max(1, (int) Math.rint(rowsPerDay * random.nextDouble(least, most)));
    }

    /** So many that what is played twice as fast has been. */
    private int wholeDays(int rows) {
        return (int) Math.rint(rowsPerDay * Math.ceil(rows / rowsPerDay));
    }
}
