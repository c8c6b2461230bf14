package io.hindsight.trainer.generic;

import io.hindsight.trainer.synthetic.EventKind;
import io.hindsight.trainer.synthetic.Injected;
import io.hindsight.trainer.synthetic.Injection;
import io.hindsight.trainer.synthetic.SyntheticFamily;
import io.hindsight.trainer.synthetic.SyntheticGroup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes series of all sorts: the synthetic families, two of them added, days whose shape is drawn;
 * some of them bent, rounded or adrift. Nine in ten have events.
 */
final class SeriesMaker {
    private static final long[] MINUTES = {5, 10, 15, 30, 60};
    private static final int FIRST_EVENT = 400;
    private static final int ROWS_AN_EVENT = 600;

    /** Shares of series: of one family, of two; the rest are drawn days. */
    private static final double FAMILY = 0.4;

    private static final double TWO_FAMILIES = 0.2;

    /** With more of another family beside it, a season is none. */
    private static final double MOST_BESIDE_SEASON = 0.5;

    private static final double BENT = 0.4;
    private static final double WITHOUT_EVENT = 0.1;

    private final int rows;

    SeriesMaker(int rows) {
        this.rows = rows;
    }

    /** A series in which nothing happens, and whether a value of it belongs to an hour. */
    private static final class Normal {
        private final double[] values;
        private final Duration interval;
        private final boolean season;

        private Normal(double[] values, Duration interval, boolean season) {
            this.values = values;
            this.interval = interval;
            this.season = season;
        }
    }

    /** All of the series' chance comes from the random numbers given. */
    MadeSeries make(SplittableRandom random) {
        Normal normal = normal(random);
        return injected(normal, random.split());
    }

    /** One in which nothing happens. */
    MadeSeries quiet(SplittableRandom random) {
        Normal normal = normal(random);
        return new MadeSeries(normal.values, normal.interval, List.of());
    }

    private Normal normal(SplittableRandom random) {
        Duration interval = Duration.ofMinutes(MINUTES[random.nextInt(MINUTES.length)]);
        double sort = random.nextDouble();
        Normal normal = drawn(sort, interval, random);
        if (random.nextDouble() < BENT) {
            return new Normal(bent(normal.values, random), interval, normal.season);
        }
        return normal;
    }

    private Normal drawn(double sort, Duration interval, SplittableRandom random) {
        if (sort < FAMILY) {
            SyntheticFamily family = family(random);
            double[] values = family.values(rows, interval, random.split());
            return new Normal(values, interval, hasSeason(family));
        }
        if (sort < FAMILY + TWO_FAMILIES) {
            SyntheticFamily first = family(random);
            SyntheticFamily second = family(random);
            double share = StrictMath.pow(10, random.nextDouble(-1.5, 0));
            double[] values = standard(first.values(rows, interval, random.split()));
            add(values, share, standard(second.values(rows, interval, random.split())));
            return new Normal(values, interval, hasSeason(first) && share < MOST_BESIDE_SEASON);
        }
        double rowsPerDay = (double) Duration.ofDays(1).toMillis() / interval.toMillis();
        double[] values = new DrawnDay(rowsPerDay, random).values(rows, random.split());
        return new Normal(values, interval, true);
    }

    private static boolean hasSeason(SyntheticFamily family) {
        return family.group() == SyntheticGroup.SEASON;
    }

    private MadeSeries injected(Normal normal, SplittableRandom random) {
        if (random.nextDouble() < WITHOUT_EVENT) {
            return new MadeSeries(normal.values, normal.interval, List.of());
        }
        List<EventKind> kinds =
                normal.season ? List.of(EventKind.values()) : EventKind.withoutSeason();
        int events = 1 + random.nextInt((rows - FIRST_EVENT) / ROWS_AN_EVENT);
        int first = FIRST_EVENT + random.nextInt(FIRST_EVENT);
        Injection injection = new Injection(normal.interval, random.nextDouble(0.4, 1.6));
        List<EventKind> drawn = Injection.drawn(kinds, events, random);
        Injected injected = injection.into(normal.values, drawn, first, random);
        return new MadeSeries(injected.values(), normal.interval, injected.events());
    }

    private static SyntheticFamily family(SplittableRandom random) {
        SyntheticFamily[] families = SyntheticFamily.values();
        return families[random.nextInt(families.length)];
    }

    /** Stretched, rounded, cut off below, or adrift. */
    private double[] bent(double[] values, SplittableRandom random) {
        double[] z = standard(values);
        return switch (random.nextInt(4)) {
            case 0 -> {
                double strength = random.nextDouble(0.3, 0.8);
                yield each(z, x -> StrictMath.exp(strength * Math.min(x, 6)));
            }
            case 1 -> {
                double grain = random.nextDouble(0.05, 0.5);
                yield each(z, x -> grain * Math.rint(x / grain));
            }
            case 2 -> {
                double least = random.nextDouble(-1, 0);
                yield each(z, x -> Math.max(x, least));
            }
            default -> adrift(z, random.nextDouble(0.002, 0.02), random);
        };
    }

    private static double[] each(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    private static double[] adrift(double[] values, double step, SplittableRandom random) {
        double[] adrift = new double[values.length];
        double drift = 0;
        for (int t = 0; t < values.length; t++) {
            drift += step * random.nextGaussian();
            adrift[t] = values[t] + drift;
        }
        return adrift;
    }

    private static void add(double[] values, double share, double[] others) {
        for (int t = 0; t < values.length; t++) {
            values[t] += share * others[t];
        }
    }

    /** In units of its deviation from its mean. */
    private static double[] standard(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
        double[] standard = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            standard[t] = deviation > 0 ? (values[t] - mean) / deviation : 0;
        }
        return standard;
    }
}
