package io.hindsight.trainer.synthetic;

import java.util.Arrays;
import java.util.List;

/** What can happen in a series. */
public enum EventKind {
    /** One to three values far off. */
    SPIKE(1, 3, 0, 0),
    /** Values are higher, or lower, for a while. */
    LEVEL_SHIFT(60, 200, 0, 0),
    /** A value below all others, and nothing else. */
    DROPOUT(8, 40, 0, 0),
    /** Values drift away, and are back at once. */
    TREND(100, 250, 0, 0),
    /** The last value again and again. */
    FROZEN(40, 120, 0, 0),
    /** Values go up, or down, and come back, smoothly. */
    BUMP(30, 120, 0, 0),
    /** More noise than usual. */
    NOISE_UP(50, 150, 0, 0),
    /** Less noise than usual. */
    NOISE_DOWN(80, 200, 0, 0),
    /** For some hours, values that belong to others. */
    WRONG_HOUR(6, 6, 0.15, 0.35),
    /** The pattern runs at twice its speed, or at half of it. */
    FREQUENCY(24, 24, 0.5, 1),
    /** The pattern comes too late, for a day or two. */
    PHASE(24, 24, 1, 2);

    private final int leastRows;
    private final int mostRows;
    private final double leastDays;
    private final double mostDays;

    /** How long one lasts: the longer one of what rows and what days say. */
    EventKind(int leastRows, int mostRows, double leastDays, double mostDays) {
        this.leastRows = leastRows;
        this.mostRows = mostRows;
        this.leastDays = leastDays;
        this.mostDays = mostDays;
    }

    /** Those that can be seen without knowing what belongs to which hour. */
    public static List<EventKind> withoutSeason() {
        return Arrays.stream(values()).filter(kind -> !kind.needsSeason()).toList();
    }

    /** Whether it is nothing strange where values belong to no hour. */
    public boolean needsSeason() {
        return leastDays > 0;
    }

    int leastRows(double rowsPerDay) {
        return Math.max(leastRows, (int) (leastDays * rowsPerDay));
    }

    int mostRows(double rowsPerDay) {
        return Math.max(mostRows, (int) (mostDays * rowsPerDay));
    }
}
