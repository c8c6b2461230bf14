package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HidingTest {
    private static final int SLOTS = 500;
    private static final int CHANNELS = 6;
    private static final int TRIALS = 200;

    @Test
    void singleCellsComeInFourRates() {
        Set<Integer> rates = new HashSet<>();
        for (int seed = 0; seed < TRIALS; seed++) {
            double share = share(draw(Hiding.Kind.CELLS, seed));
            long tenths = Math.round(10 * share);
            assertThat(share)
                    .as("seed %d", seed)
                    .isBetween(tenths / 10.0 - 0.04, tenths / 10.0 + 0.04);
            rates.add((int) tenths);
        }
        assertThat(rates).containsExactlyInAnyOrder(1, 3, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNS, 0.05, 0.45, 0.15",
        "BLOCKS, 0.05, 0.48, 0.15",
        "GAPS, 0.02, 0.16, 0.06",
        "SILENCES, 0.02, 0.30, 0.08"
    })
    void aKindHidesItsShare(Hiding.Kind kind, double least, double most, double leastMean) {
        double sum = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            double share = share(draw(kind, seed));
            assertThat(share).as("%s, seed %d", kind, seed).isBetween(least, most);
            sum += share / TRIALS;
        }
        assertThat(sum).isBetween(leastMean, most / 1.5);
    }

    @ParameterizedTest
    @CsvSource({"RUNS, 12, 48", "GAPS, 6, 29"})
    void runsOnSingleChannelsAreAsLongAsTheyShouldBe(Hiding.Kind kind, int shortest, int longest) {
        int inside = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            boolean[] hidden = draw(kind, seed);
            for (int length : innerRuns(hidden)) {
                assertThat(length).as("%s, seed %d", kind, seed).isGreaterThanOrEqualTo(shortest);
                inside += length <= longest ? 1 : 0;
            }
            assertThat(silentSlots(hidden)).as("seed %d", seed).isLessThan(SLOTS / 10);
        }
        assertThat(inside).isGreaterThan(TRIALS);
    }

    @Test
    void blocksCoverNeighboursAndSilencesAllChannels() {
        for (int seed = 0; seed < TRIALS; seed++) {
            boolean[] silences = draw(Hiding.Kind.SILENCES, seed);
            assertThat(share(silences) * SLOTS).isEqualTo(silentSlots(silences));
            assertThat(runLengths(silences, 0)).allMatch(length -> length >= 1);

            boolean[] blocks = draw(Hiding.Kind.BLOCKS, seed);
            for (int t = 0; t < SLOTS; t++) {
                assertThat(lonelyChannels(blocks, t)).as("seed %d, slot %d", seed, t).isZero();
            }
        }
    }

    @Test
    void aStretchFollowsTheOtherAndAllKindsCome() {
        boolean[] hidden = new Hiding(CHANNELS).draw(new SplittableRandom(5), 20_000);
        assertThat(hidden).hasSize(20_000 * CHANNELS);
        assertThat(share(hidden)).isBetween(0.1, 0.4);
        boolean[] again = new Hiding(CHANNELS).draw(new SplittableRandom(5), 20_000);
        assertThat(again).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 149, 1000})
    void anyLengthAndOneChannelWillDo(int slots) {
        for (int seed = 0; seed < TRIALS; seed++) {
            boolean[] hidden = new Hiding(1).draw(new SplittableRandom(seed), slots);
            assertThat(hidden).hasSize(slots);
        }
    }

    @Test
    void hidesNothingOutsideItsStretch() {
        for (Hiding.Kind kind : Hiding.Kind.values()) {
            boolean[] hidden = new boolean[3 * SLOTS * CHANNELS];
            new Hiding(CHANNELS).draw(kind, new SplittableRandom(2), hidden, SLOTS, 2 * SLOTS);
            for (int k = 0; k < hidden.length; k++) {
                boolean inside = k / CHANNELS >= SLOTS && k / CHANNELS < 2 * SLOTS;
                assertThat(hidden[k] && !inside).as("%s, cell %d", kind, k).isFalse();
            }
        }
    }

    private static boolean[] draw(Hiding.Kind kind, long seed) {
        boolean[] hidden = new boolean[SLOTS * CHANNELS];
        new Hiding(CHANNELS).draw(kind, new SplittableRandom(seed), hidden, 0, SLOTS);
        return hidden;
    }

    private static double share(boolean[] hidden) {
        int count = 0;
        for (boolean one : hidden) {
            count += one ? 1 : 0;
        }
        return (double) count / hidden.length;
    }

    private static int silentSlots(boolean[] hidden) {
        int silent = 0;
        for (int t = 0; t < SLOTS; t++) {
            int seen = 0;
            for (int d = 0; d < CHANNELS; d++) {
                seen += hidden[t * CHANNELS + d] ? 0 : 1;
            }
            silent += seen == 0 ? 1 : 0;
        }
        return silent;
    }

    /** Channels of a slot that are hidden while both of their neighbours, in a ring, are not. */
    private static int lonelyChannels(boolean[] hidden, int t) {
        int lonely = 0;
        for (int d = 0; d < CHANNELS; d++) {
            boolean before = hidden[t * CHANNELS + (d + CHANNELS - 1) % CHANNELS];
            boolean after = hidden[t * CHANNELS + (d + 1) % CHANNELS];
            lonely += hidden[t * CHANNELS + d] && !before && !after ? 1 : 0;
        }
        return lonely;
    }

    /** Lengths of the runs that touch neither end. */
    private static List<Integer> innerRuns(boolean[] hidden) {
        List<Integer> lengths = new ArrayList<>();
        for (int d = 0; d < CHANNELS; d++) {
            lengths.addAll(runLengths(hidden, d));
        }
        return lengths;
    }

    private static List<Integer> runLengths(boolean[] hidden, int channel) {
        List<Integer> lengths = new ArrayList<>();
        int run = 0;
        boolean inner = false;
        for (int t = 0; t < SLOTS; t++) {
            if (hidden[t * CHANNELS + channel]) {
                run++;
            } else {
                if (run > 0 && inner) {
                    lengths.add(run);
                }
                run = 0;
                inner = true;
            }
        }
        return lengths;
    }

    @Test
    void givenChannelsAreUnseenInSomeSilencesAndNowhereElse() {
        Hiding hiding = new Hiding(2);
        boolean[] hidden = new boolean[40];
        // Slots 2 to 4 and 7 to 9 are silent, slot 12 is half hidden.
        for (int slot : new int[] {2, 3, 4, 7, 8, 9}) {
            hidden[2 * slot] = true;
            hidden[2 * slot + 1] = true;
        }
        hidden[24] = true;
        assertThat(IntStream.range(0, 20).filter(slot -> hiding.isDark(hidden, slot)))
                .containsExactly(2, 3, 4);
    }
}
