package io.hindsight.trainer.generic;

import io.hindsight.trainer.synthetic.EventKind;
import io.hindsight.trainer.synthetic.SyntheticFamily;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the generic net is trained.
 *
 * @param seed of all chance: series, events, first weights, order
 * @param hidden units
 * @param series made up, each learned once; a multiple of {@link #LANES}
 */
public record GenericOptions(long seed, int hidden, int series) {
    /** Series that are learned side by side. */
    public static final int LANES = 32;

    /** Rows of a series. */
    public static final int ROWS = 4_000;

    /** Rows between two updates; the gradient ends there, the state goes on. */
    public static final int STEPS = 250;

    public GenericOptions {
        if (hidden < 1 || hidden > 256) {
            throw new IllegalArgumentException("hidden must be 1 to 256: " + hidden);
        }
        if (series < LANES || series % LANES != 0) {
            throw new IllegalArgumentException(
                    "series must be a multiple of %d: %d".formatted(LANES, series));
        }
    }

    /** What a net that was trained so says of its origin, in words by name. */
    public Map<String, String> origin() {
        return Map.of(
                "command",
                "TrainGeneric FILE %d %d %d".formatted(seed, hidden, series),
                "seed",
                Long.toString(seed),
                "families",
                names(SyntheticFamily.values()) + ",drawn_day",
                "events",
                names(EventKind.values()));
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    public static GenericOptions usual(long seed) {
        return new GenericOptions(seed, 48, 6_400);
    }
}
