package io.hindsight.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * ProposedBounds that the training part suggests, one for each channel: proposed and not imposed,
 * since what was never seen is not what cannot be. An end is proposed where values come to it
 * often, and stop there.
 *
 * @param channels in the data's order
 */
public record ProposedBounds(List<ChannelBounds> channels) {
    private static final int LEAST_VALUES = 100;
    private static final int LEAST_VISITS = 3;
    private static final double INFLATED = 0.3;

    /** Ends that scales have. */
    private static final double[][] SCALES = {
        {0, 1}, {0, 100}, {-1, 1}, {-100, 100}, {0, 255}, {0, 360}, {0, 1023}, {0, 4095}, {0, 65535}
    };

    public ProposedBounds {
        channels = List.copyOf(channels);
    }

    public static ProposedBounds propose(DataSet data, Split split) {
        List<ChannelBounds> channels = new ArrayList<>();
        for (int d = 0; d < data.channels().size(); d++) {
            String name = data.channels().get(d);
            ChannelValues values = new ChannelValues(data, split, d);
            channels.add(
                    values.count() < LEAST_VALUES || values.min() == values.max()
                            ? ChannelBounds.none(name)
                            : propose(name, values));
        }
        return new ProposedBounds(channels);
    }

    /** One for each channel that something is proposed for. */
    public List<String> sentences() {
        return channels.stream().filter(c -> !c.isNone()).map(ChannelBounds::sentence).toList();
    }

    private static ChannelBounds propose(String name, ChannelValues values) {
        String min = text(values.min());
        String max = text(values.max());
        boolean scale = isScale(values);
        boolean positive = !scale && values.comeDownToZero();
        boolean floor = !scale && !positive && values.pileUpAtMin() && isEnd(values.min(), values);
        boolean ceiling = !scale && values.pileUpAtMax() && isEnd(values.max(), values);
        boolean zeros = values.zeroShare() > INFLATED && values.spreadOutBesideZero();
        List<String> reasons = new ArrayList<>();
        List<String> proposals = new ArrayList<>();
        add(reasons, scale, "comes often to " + min + " and to " + max + " and never beyond");
        add(reasons, positive, "comes down to 0 and is never negative");
        add(reasons, floor, "is often at " + min + " and never below");
        add(reasons, ceiling, "is often at " + max + " and never above");
        add(
                reasons,
                zeros,
                String.format(
                        Locale.ROOT,
                        "is exactly 0 in %.0f%% of its values, the rest spread out",
                        100 * values.zeroShare()));
        add(proposals, positive, "at least 0");
        add(proposals, scale || floor, "at least " + min);
        add(proposals, scale || ceiling, "at most " + max);
        add(proposals, zeros, "0 as a state of its own");
        return new ChannelBounds(
                name,
                positive ? OptionalDouble.of(0) : optional(scale || floor, values.min()),
                optional(scale || ceiling, values.max()),
                zeros,
                reasons.isEmpty()
                        ? ""
                        : name
                                + " "
                                + String.join(", and ", reasons)
                                + ": "
                                + String.join(", ", proposals));
    }

    private static boolean isScale(ChannelValues values) {
        return Arrays.stream(SCALES).anyMatch(s -> s[0] == values.min() && s[1] == values.max())
                && isEnd(values.min(), values)
                && isEnd(values.max(), values);
    }

    private static boolean isEnd(double value, ChannelValues values) {
        return values.visits(value) >= LEAST_VISITS;
    }

    private static void add(List<String> list, boolean holds, String text) {
        if (holds) {
            list.add(text);
        }
    }

    private static OptionalDouble optional(boolean holds, double value) {
        return holds ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
