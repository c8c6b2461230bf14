package io.hindsight.trainer;

import io.hindsight.model.normalise.Bounds;
import io.hindsight.trainer.data.ChannelBounds;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.ProposedBounds;
import io.hindsight.trainer.data.Split;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody wants channels' values to keep to, so that no answer and no interval goes beyond.
 *
 * @param proposed whether to take what the training part suggests
 * @param ranges lower and upper end by channel, infinite where open; they go before proposals
 */
public record AskedBounds(boolean proposed, Map<String, List<Double>> ranges) {
    /** No bounds. */
    public static final AskedBounds NONE = new AskedBounds(false, Map.of());

    private static final String PROPOSED = "proposed";

    public AskedBounds {
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
    }

    /**
     * Reads {@code proposed}, {@code RAIN=0..,HUM=0..100}, or both with a comma between.
     *
     * @throws IllegalArgumentException with a sentence that names the faulty part
     */
    public static AskedBounds parse(String text) {
        boolean proposed = false;
        Map<String, List<Double>> ranges = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int sign = part.lastIndexOf('=');
            int dots = part.indexOf("..", sign + 1);
            if (part.strip().equals(PROPOSED)) {
                proposed = true;
            } else if (sign > 0 && dots > 0) {
                ranges.put(part.substring(0, sign).strip(), range(part, sign, dots));
            } else {
                throw fault(part);
            }
        }
        return new AskedBounds(proposed, ranges);
    }

    private static List<Double> range(String part, int sign, int dots) {
        double lower = end(part, part.substring(sign + 1, dots), Double.NEGATIVE_INFINITY);
        double upper = end(part, part.substring(dots + 2), Double.POSITIVE_INFINITY);
        if (!(lower < upper)) {
            throw fault(part);
        }
        return List.of(lower, upper);
    }

    private static double end(String part, String text, double open) {
        try {
            return text.isBlank() ? open : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw fault(part);
        }
    }

    private static IllegalArgumentException fault(String part) {
        return new IllegalArgumentException(
                "bounds must be proposed, or as CHANNEL=LOWER..UPPER with the lower below the upper"
                        + " and either left out: '"
                        + part
                        + "'");
    }

    /**
     * The bounds of the predicted channels, in their own units.
     *
     * @throws DataException if a channel is named that is not predicted
     */
    Bounds of(DataSet data, Split split) {
        List<String> channels = data.predicted();
        double[] lower = new double[channels.size()];
        double[] upper = new double[channels.size()];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        if (proposed) {
            List<ChannelBounds> found = ProposedBounds.propose(data, split).channels();
            for (int d = 0; d < lower.length; d++) {
                lower[d] = found.get(d).lower().orElse(lower[d]);
                upper[d] = found.get(d).upper().orElse(upper[d]);
            }
        }
        ranges.forEach(
                (channel, range) -> {
                    int d = channels.indexOf(channel);
                    if (d < 0) {
                        throw new DataException(
                                "bounds must be of predicted channels, one of %s: '%s'"
                                        .formatted(channels, channel));
                    }
                    lower[d] = range.get(0);
                    upper[d] = range.get(1);
                });
        return new Bounds(lower, upper);
    }
}
