package io.hindsight.trainer.synthetic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The families of made series in which nothing happens. */
public enum SyntheticFamily {
    DAILY_SINE(SyntheticGroup.SEASON),
    SQUARE_WAVE(SyntheticGroup.SEASON),
    SAWTOOTH(SyntheticGroup.SEASON),
    WORKING_WEEK(SyntheticGroup.SEASON),
    TRAFFIC(SyntheticGroup.SEASON),
    AUTOREGRESSIVE(SyntheticGroup.NOISE),
    RANDOM_WALK(SyntheticGroup.NOISE),
    TREND_AND_NOISE(SyntheticGroup.NOISE),
    HEAVY_TAILS(SyntheticGroup.NOISE),
    POISSON_DAY(SyntheticGroup.NOISE),
    REGIMES(SyntheticGroup.STATE),
    BURSTS(SyntheticGroup.STATE),
    ON_OFF(SyntheticGroup.STATE),
    COUNTER(SyntheticGroup.STATE),
    QUANTISED(SyntheticGroup.STATE),
    MOSTLY_ZERO(SyntheticGroup.STATE);

    private final SyntheticGroup group;

    SyntheticFamily(SyntheticGroup group) {
        this.group = group;
    }

    public static List<SyntheticFamily> of(SyntheticGroup group) {
        return Arrays.stream(values()).filter(family -> family.group == group).toList();
    }

    public SyntheticGroup group() {
        return group;
    }

    /**
     * A series of this family, with a row each interval. The same seed gives the same bits, and the
     * begin of a longer series is the shorter one.
     */
    public double[] values(int rows, Duration interval, SplittableRandom random) {
        if (rows < 1 || interval.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "rows and interval must be positive: %d, %s".formatted(rows, interval));
        }
        double rowsPerDay = (double) Duration.ofDays(1).toMillis() / interval.toMillis();
        return source().values(rows, rowsPerDay, random);
    }

    private SyntheticSource source() {
        return switch (this) {
            case DAILY_SINE -> new DailySine();
            case SQUARE_WAVE -> new SquareWave();
            case SAWTOOTH -> new Sawtooth();
            case WORKING_WEEK -> new WorkingWeek();
            case TRAFFIC -> new Traffic();
            case AUTOREGRESSIVE -> new Autoregressive();
            case RANDOM_WALK -> new RandomWalk();
            case TREND_AND_NOISE -> new TrendAndNoise();
            case HEAVY_TAILS -> new HeavyTails();
            case POISSON_DAY -> new PoissonDay();
            case REGIMES -> new Regimes();
            case BURSTS -> new Bursts();
            case ON_OFF -> new OnOff();
            case COUNTER -> new Counter();
            case QUANTISED -> new Quantised();
            case MOSTLY_ZERO -> new MostlyZero();
        };
    }
}
