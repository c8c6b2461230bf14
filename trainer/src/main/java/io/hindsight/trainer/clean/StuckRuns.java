package io.hindsight.trainer.clean;

import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds stuck sensors: runs of {@value #SHORTEST} or more equal readings of a channel where the
 * channel doesn't repeat itself anyway. Holes neither break a run nor count.
 *
 * <p>Rain is 0 for weeks, a coarse scale gives the same number all night, and many scales end at a
 * limit. So a run is none where
 *
 * <ul>
 *   <li>a tenth of the channel's readings lie in such runs,
 *   <li>the value is the channel's lowest or highest,
 *   <li>runs are found at this value {@value #OFTEN} times as often as the value itself, or
 *   <li>the readings before it repeat themselves so often that chance makes runs of this length:
 *       with a share q of equal neighbours, one of length n in q^(1 − n) readings.
 * </ul>
 */
final class StuckRuns {
    static final int SHORTEST = 8;
    private static final double USUAL = 0.1;
    private static final int OFTEN = 4;
    private static final int FEWEST_RUNS = 3;
    private static final int NEIGHBOURS = 48;

    /** Runs that chance may make in a channel. */
    private static final double BY_CHANCE = 0.01;

    private final List<Habits> habits = new ArrayList<>();

    /** What is usual in a channel. */
    private static final class Habits {
        final Map<Float, Integer> readings = new HashMap<>();
        final Map<Float, Integer> runs = new HashMap<>();
        long count;
        long inRuns;
        long runCount;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;

        void add(float value, int length) {
            count += length;
            readings.merge(value, length, Integer::sum);
            least = Math.min(least, value);
            most = Math.max(most, value);
            if (length >= SHORTEST) {
                runCount++;
                inRuns += length;
                runs.merge(value, 1, Integer::sum);
            }
        }

        boolean repeats() {
            return inRuns > USUAL * count;
        }

        boolean isUsual(float value) {
            int runsHere = runs.getOrDefault(value, 0);
            double expected = (double) runCount * readings.getOrDefault(value, 0) / count;
            return repeats()
                    || value == least
                    || value == most
                    || (runsHere >= FEWEST_RUNS && runsHere > OFTEN * expected);
        }

        boolean isChance(int length, double equalNeighbours) {
            return count * Math.pow(equalNeighbours, length - 1) > BY_CHANCE;
        }
    }

    /**
     * @param training the parts that say what is usual
     */
    StuckRuns(int channels, List<ZSeries> training) {
        for (int d = 0; d < channels; d++) {
            Habits of = new Habits();
            for (ZSeries part : training) {
                forEachRun(part, d, part.from(), (slots, value) -> of.add(value, slots.length));
            }
            habits.add(of);
        }
    }

    /** The channels in which runs are usual at any value. */
    BitSet repeating() {
        BitSet repeating = new BitSet();
        for (int d = 0; d < habits.size(); d++) {
            repeating.set(d, habits.get(d).repeats());
        }
        return repeating;
    }

    private interface RunVisitor {
        /**
         * @param slots of the run's readings, in order
         */
        void visit(int[] slots, float value);
    }

    private static void forEachRun(ZSeries part, int channel, int from, RunVisitor visitor) {
        int[] slots = new int[part.to() - from];
        int length = 0;
        float value = Float.NaN;
        for (int t = from; t < part.to(); t++) {
            float z = part.z(t, channel);
            if (Float.isNaN(z)) {
                continue;
            }
            if (length > 0 && z != value) {
                visitor.visit(Arrays.copyOf(slots, length), value);
                length = 0;
            }
            value = z;
            slots[length++] = t;
        }
        if (length > 0) {
            visitor.visit(Arrays.copyOf(slots, length), value);
        }
    }

    /** The slots of each stuck run of a channel, without the first one, whose reading was meant. */
    List<int[]> find(ZSeries part, int channel) {
        Habits of = habits.get(channel);
        List<int[]> found = new ArrayList<>();
        BitSet equal = new BitSet();
        int[] pairs = new int[1];
        forEachRun(
                part,
                channel,
                0,
                (slots, value) -> {
                    int first = Math.max(0, pairs[0] - NEIGHBOURS);
                    int repeated = equal.get(first, pairs[0]).cardinality();
                    double share = (repeated + 1.0) / (pairs[0] - first + 2);
                    if (slots.length >= SHORTEST
                            && !of.isUsual(value)
                            && !of.isChance(slots.length, share)) {
                        found.add(Arrays.copyOfRange(slots, 1, slots.length));
                        equal.clear(pairs[0]++);
                    } else {
                        equal.clear(pairs[0]++);
                        equal.set(pairs[0], pairs[0] + slots.length - 1);
                        pairs[0] += slots.length - 1;
                    }
                });
        return found;
    }
}
